#include "api/page.hpp"

#include <algorithm>

#include "api/embedded.hpp"
#include "api/problem.hpp"

namespace barometer::api {
namespace {

constexpr std::string_view not_built = R"(<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Barometer</title>
<h1>Barometer is running</h1>
<p>The web page was not built into this program. Build it with <code>make web</code> and start again.</p>
<p>Everything else works: see <a href="/api/v1/openapi.json">the description of the interface</a>,
or use <code>barometer read</code> and <code>barometer practise</code> in the terminal.</p>
</html>
)";

const embedded::WebFile* find(std::string_view path) {
  const auto files = embedded::web_files();
  const auto at = std::find_if(files.begin(), files.end(),
                               [path](const auto& file) { return file.path == path; });
  return at == files.end() ? nullptr : &*at;
}

}  // namespace

// Reports and the one-page sheet are shown in frames and answer with policies of their own.
const std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; media-src 'self' blob:; frame-src 'self'; "
    "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// The microphone is for spoken answers.
const std::string_view page_permissions = "microphone=(self), camera=(), geolocation=()";

Response page(const PageRequest& request) {
  Response response;
  response.headers.emplace_back("Content-Security-Policy", page_policy);
  response.headers.emplace_back("Permissions-Policy", page_permissions);
  if (embedded::web_files().empty()) {
    if (request.path != "/") return problem(404, "not_found", "There is nothing at this path.");
    response.content_type = "text/html; charset=utf-8";
    response.body = not_built;
    return response;
  }
  const embedded::WebFile* file = find(request.path == "/" ? "/index.html" : request.path);
  const std::string_view last = request.path.substr(request.path.rfind('/') + 1);
  if (file == nullptr && last.find('.') == std::string_view::npos) file = find("/index.html");
  if (file == nullptr) return problem(404, "not_found", "There is nothing at this path.");
  response.content_type = file->content_type;
  response.headers.emplace_back("ETag", file->etag);
  response.headers.emplace_back("Vary", "Accept-Encoding");
  // The builder puts a digest into the names below /assets/.
  response.headers.emplace_back("Cache-Control", file->path.starts_with("/assets/")
                                                     ? "public, max-age=31536000, immutable"
                                                     : "no-cache");
  if (request.if_none_match.find(file->etag) != std::string_view::npos) {
    response.status = 304;
    return response;
  }
  const bool packed = request.accept_encoding.find("gzip") != std::string_view::npos;
  if (packed) response.headers.emplace_back("Content-Encoding", "gzip");
  response.body = packed ? file->gzipped : file->bytes;
  return response;
}

}  // namespace barometer::api
