#include "api/codec.hpp"
#include "api/routes.hpp"
#include "pack/pack_lookup.hpp"

namespace barometer::api {

void add_pack_routes(Router& router, const Parts& parts) {
  router.add("list_packs", [](Call&) -> Result<Response> {
    Json packs = Json::array();
    for (const PackEntry& entry : list_packs()) packs.push_back(encode(entry));
    return answer({{"packs", std::move(packs)}});
  });
  router.add("get_pack", [&parts](Call& call) -> Result<Response> {
    const auto pack = parts.shelf.pack(call.path("pack_id"));
    if (!pack) return pack.error();
    return answer(encode(*pack));
  });
}

}  // namespace barometer::api
