// The reader shelf: packs, each with its reader, opened when first asked for and then shared.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/result.hpp"
#include "domain/pack.hpp"
#include "reader/reader.hpp"

namespace barometer {

// Immutable; may be used by several threads at once.
struct PackWithReader {
  Pack pack;
  std::unique_ptr<Reader> reader;  // reads by `pack`
};

class ReaderShelf {
 public:
  using OpenPack = std::function<Result<Pack>(const std::string& name)>;
  using OpenReader = std::function<Result<std::unique_ptr<Reader>>(const Pack& pack)>;

  ReaderShelf(OpenPack open_pack, OpenReader open_reader)
      : open_pack_(std::move(open_pack)), open_reader_(std::move(open_reader)) {}

  // `name` is "<id>" or "<id>@<version>". NotFound (no such pack), Unavailable (no model). May be
  // called by several threads; the first one opens and the others wait.
  Result<std::shared_ptr<const PackWithReader>> take(const std::string& name);

  // The pack alone, without waiting for a reader.
  Result<Pack> pack(const std::string& name) const { return open_pack_(name); }

 private:
  OpenPack open_pack_;
  OpenReader open_reader_;
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const PackWithReader>> open_;  // by "<id>@<version>"
};

}  // namespace barometer
