// Domain to JSON, as openapi.yaml describes it.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "domain/kept.hpp"
#include "domain/pack.hpp"
#include "pack/pack_lookup.hpp"

namespace barometer::api {

using Json = nlohmann::ordered_json;

Json encode(const PackEntry& entry);
Json encode(const Pack& pack);
Json encode_pack_name(const std::string& id, const std::string& version);
Json encode(const KeptReading& reading, double progress);
Json encode(const Story& story);
Json encode_ids(const std::vector<PrincipleId>& ids);
std::vector<PrincipleId> decode_ids(const nlohmann::json& list);

// "" becomes null.
Json or_null(const std::string& text);

}  // namespace barometer::api
