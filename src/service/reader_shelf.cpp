#include "service/reader_shelf.hpp"

namespace barometer {

Result<std::shared_ptr<const PackWithReader>> ReaderShelf::take(const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (const auto at = open_.find(name); at != open_.end()) return at->second;
  auto pack = open_pack_(name);
  if (!pack) return pack.error();
  const std::string full_name = pack->id + "@" + pack->version;
  if (const auto at = open_.find(full_name); at != open_.end()) return at->second;
  auto shelved = std::make_shared<PackWithReader>();
  shelved->pack = *std::move(pack);
  auto reader = open_reader_(shelved->pack);
  // A pack that is not there is the caller's mistake; a reader that is not there is ours.
  if (!reader) return Error{ErrorCode::Unavailable, reader.error().message};
  shelved->reader = *std::move(reader);
  open_[full_name] = shelved;
  return std::shared_ptr<const PackWithReader>(shelved);
}

}  // namespace barometer
