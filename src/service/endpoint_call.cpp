// The only place of libcurl's transfers (docs/adr/0015).
#include <arpa/inet.h>
#include <curl/curl.h>
#include <fmt/format.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "service/endpoint.hpp"

namespace barometer {
namespace {

struct Free {
  void operator()(CURL* call) const { curl_easy_cleanup(call); }
  void operator()(curl_mime* form) const { curl_mime_free(form); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// What the callbacks of one call share.
struct Transfer {
  std::stop_token given_up;
  std::size_t most_bytes = 0;
  std::string body{};
  bool too_large = false;
  bool link_local = false;
};

// A field's bytes on their way; libcurl copies nothing.
struct Source {
  std::string_view bytes;
  std::size_t at = 0;
};

std::size_t read_source(char* buffer, std::size_t size, std::size_t count, void* told) {
  auto& source = *static_cast<Source*>(told);
  const std::size_t length = std::min(size * count, source.bytes.size() - source.at);
  std::memcpy(buffer, source.bytes.data() + source.at, length);
  source.at += length;
  return length;
}

int seek_source(void* told, curl_off_t offset, int origin) {
  auto& source = *static_cast<Source*>(told);
  if (origin != SEEK_SET || offset < 0 || static_cast<std::size_t>(offset) > source.bytes.size())
    return CURL_SEEKFUNC_FAIL;
  source.at = static_cast<std::size_t>(offset);
  return CURL_SEEKFUNC_OK;
}

std::size_t take_answer(char* bytes, std::size_t size, std::size_t count, void* told) {
  auto& transfer = *static_cast<Transfer*>(told);
  if (size * count > transfer.most_bytes - transfer.body.size()) {
    transfer.too_large = true;
    return 0;  // ends the transfer
  }
  transfer.body.append(bytes, size * count);
  return size * count;
}

int look_up(void* told, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<Transfer*>(told)->given_up.stop_requested() ? 1 : 0;
}

// Machines in a cloud hand out credentials at link-local addresses; no speech server lives there.
bool is_link_local(const curl_sockaddr& address) {
  if (address.family == AF_INET) {
    sockaddr_in place{};
    std::memcpy(&place, &address.addr, sizeof place);
    return (ntohl(place.sin_addr.s_addr) >> 16U) == 0xA9FEU;  // 169.254.0.0/16
  }
  if (address.family != AF_INET6) return false;
  sockaddr_in6 place{};
  std::memcpy(&place, &address.addr, std::min<std::size_t>(sizeof place, address.addrlen));
  const auto& bytes = place.sin6_addr.s6_addr;
  constexpr std::array<unsigned char, 12> mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  if (std::equal(mapped.begin(), mapped.end(), bytes))
    return bytes[12] == 0xA9 && bytes[13] == 0xFE;
  return bytes[0] == 0xFE && (bytes[1] & 0xC0U) == 0x80U;  // fe80::/10
}

// After names are resolved, so that a name cannot hide such an address.
curl_socket_t open_socket(void* told, curlsocktype, curl_sockaddr* address) {
  if (is_link_local(*address)) {
    static_cast<Transfer*>(told)->link_local = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

Error unavailable(std::string_view host, std::string_view what) {
  return {ErrorCode::Unavailable, fmt::format("{}: {}", host, what)};
}

Error fault_of(CURLcode code, const Transfer& transfer, std::string_view host,
               const CallLimits& limits) {
  if (transfer.too_large)
    return unavailable(host,
                       fmt::format("the answer is larger than {} MiB. Is this the right address?",
                                   transfer.most_bytes >> 20U));
  if (transfer.link_local)
    return unavailable(host, "link-local addresses are not called. Use another address.");
  switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
      return {ErrorCode::Cancelled, fmt::format("{}: the call was given up.", host)};
    case CURLE_OPERATION_TIMEDOUT:
      return {
          ErrorCode::Timeout,
          fmt::format("{}: no answer within {} s. Is it up, and fast enough? Shorter recordings "
                      "or a smaller model take less time.",
                      host, (limits.whole.count() + 999) / 1000)};
    case CURLE_COULDNT_RESOLVE_HOST:
      return unavailable(host, "there is no host of this name, or no network. Check the address.");
    case CURLE_COULDNT_CONNECT:
      return unavailable(host,
                         "nothing answers there. Is it started? Check the address and its port.");
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
      return unavailable(host,
                         "no encrypted connection that can be trusted (its certificate, or it "
                         "speaks http only). Check the address.");
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
      return unavailable(host,
                         "what answers there does not speak HTTP. Check the address and its port.");
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_PARTIAL_FILE:
      return unavailable(host,
                         "the connection broke off before the answer was there. Look into what "
                         "the endpoint printed.");
    default:
      return unavailable(host, fmt::format("the call failed ({}).", curl_easy_strerror(code)));
  }
}

// libcurl's options take C's variadic arguments; none of those below can fail but for memory, which
// then shows as a failed transfer.
void set_up(CURL* call, const std::string& address, const CallLimits& limits, Transfer& transfer) {
  curl_easy_setopt(call, CURLOPT_URL, address.c_str());
  curl_easy_setopt(call, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(call, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(call, CURLOPT_NOPROXY, "*");  // to that host, and past nobody else
  curl_easy_setopt(call, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(call, CURLOPT_NOSIGNAL, 1L);  // several threads
  curl_easy_setopt(call, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  curl_easy_setopt(call, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.whole.count()));
  curl_easy_setopt(call, CURLOPT_WRITEFUNCTION, take_answer);
  curl_easy_setopt(call, CURLOPT_WRITEDATA, &transfer);
  curl_easy_setopt(call, CURLOPT_XFERINFOFUNCTION, look_up);
  curl_easy_setopt(call, CURLOPT_XFERINFODATA, &transfer);
  curl_easy_setopt(call, CURLOPT_NOPROGRESS, 0L);
  curl_easy_setopt(call, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(call, CURLOPT_OPENSOCKETDATA, &transfer);
}

void add_field(curl_mime* form, const FormField& field, Source& source) {
  curl_mimepart* part = curl_mime_addpart(form);
  curl_mime_name(part, field.name.c_str());
  if (!field.file_name.empty()) curl_mime_filename(part, field.file_name.c_str());
  if (!field.media_type.empty()) curl_mime_type(part, field.media_type.c_str());
  curl_mime_data_cb(part, static_cast<curl_off_t>(field.value.size()), read_source, seek_source,
                    nullptr, &source);
}

std::string host_in(const std::string& address) {
  const auto place = place_of(address);
  return place ? place->host : "the endpoint";
}

}  // namespace

Result<EndpointAnswer> post_form(const std::string& address, const std::string& secret,
                                 const std::vector<FormField>& form, const CallLimits& limits,
                                 const std::stop_token& given_up) {
  static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
  const std::string host = host_in(address);
  const std::unique_ptr<CURL, Free> call(ready ? curl_easy_init() : nullptr);
  if (!call) return unavailable(host, "there is no memory for a call.");
  Transfer transfer{given_up, limits.answer_bytes};
  set_up(call.get(), address, limits, transfer);
  std::vector<Source> sources;
  sources.reserve(form.size());
  for (const FormField& field : form) sources.push_back({field.value});
  const std::unique_ptr<curl_mime, Free> body(curl_mime_init(call.get()));
  for (std::size_t i = 0; i < form.size(); ++i) add_field(body.get(), form[i], sources[i]);
  curl_easy_setopt(call.get(), CURLOPT_MIMEPOST, body.get());
  // Many endpoints do not know "Expect: 100-continue" and let the caller wait for a second.
  curl_slist* lines = curl_slist_append(nullptr, "Expect:");
  if (!secret.empty())
    lines = curl_slist_append(lines, ("Authorization: Bearer " + secret).c_str());
  const std::unique_ptr<curl_slist, Free> headers(lines);
  curl_easy_setopt(call.get(), CURLOPT_HTTPHEADER, headers.get());
  const CURLcode code = curl_easy_perform(call.get());
  if (code != CURLE_OK) return fault_of(code, transfer, host, limits);
  long status = 0;
  curl_easy_getinfo(call.get(), CURLINFO_RESPONSE_CODE, &status);
  return EndpointAnswer{static_cast<int>(status), std::move(transfer.body)};
}

}  // namespace barometer
