// The files of src/report/html/, embedded when building (cmake/EmbedText.cmake).
#pragma once

#include <string_view>

namespace barometer::report::assets {

extern const std::string_view report_html;
extern const std::string_view report_css;
extern const std::string_view report_js;

}  // namespace barometer::report::assets
