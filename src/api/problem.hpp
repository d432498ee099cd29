// Problems (RFC 9457): what a client gets instead of an answer. The types are in openapi.yaml.
#pragma once

#include <string_view>

#include "api/message.hpp"
#include "core/error.hpp"

namespace barometer::api {

// `type` is one of the table in openapi.yaml, without "urn:barometer:problem:".
Response problem(int status, std::string_view type, std::string_view detail);

// By the table in core/error.hpp.
Response problem(const Error& error);

}  // namespace barometer::api
