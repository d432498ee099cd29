#include "pack/pack.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "core/file.hpp"
#include "pack/build.hpp"
#include "pack/format.hpp"
#include "pack/rules.hpp"
#include "pack/shape.hpp"
#include "pack/yaml_tree.hpp"

namespace barometer {
namespace {

using Path = std::filesystem::path;

// A pack may extend a pack that extends a pack; nobody needs more than a few.
constexpr std::size_t longest_chain = 8;

bool is_file(const Path& path) {
  std::error_code failure;
  return std::filesystem::is_regular_file(path, failure);
}

// The files of `folder` whose name ends in .yaml or .yml, by name.
std::vector<Path> yaml_files(const Path& folder) {
  std::vector<Path> files;
  std::error_code failure;
  std::filesystem::directory_iterator each(folder, failure);
  for (; !failure && each != std::filesystem::directory_iterator{}; each.increment(failure)) {
    const auto extension = each->path().extension();
    if (extension == ".yaml" || extension == ".yml") files.push_back(each->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Reads one folder, and the pack that it extends by a reader of its own.
class PackReader {
 public:
  // `chain` holds "<id>@<version>" of the packs on the way to this one, first the outermost.
  PackReader(Path folder, const std::vector<Path>& search, std::vector<std::string> chain)
      : folder_(std::move(folder)), search_(search), chain_(std::move(chain)) {}

  void read() {
    const auto file = folder_ / "pack.yaml";
    pack_ = read_yaml(file);
    if (is_newer()) {
      add_fault(file, place_at(pack_, "schema"),
                fmt::format("pack format {} is newer than this program, which knows {}. Get a "
                            "newer Barometer.",
                            in_quotes(text_at(pack_, "schema")), pack_schema_number));
      return;
    }
    check_shape(pack_, pack_format(), report(file));
    check_scale(pack_, "rating_scale", report(file));
    check_unique_ids(pack_, "probe_kinds", report(file));
    resolve_base();
    check_probe_kinds();
    read_principles();
    find_unlisted_files();
    check_distinct_texts();
  }

  std::vector<PackFault> take_faults() {
    std::stable_sort(faults_.begin(), faults_.end(), [](const PackFault& a, const PackFault& b) {
      return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    });
    return std::move(faults_);
  }

  // Precondition: no faults.
  Pack build() const { return build_pack(pack_, principles_, base_ ? &*base_ : nullptr); }

 private:
  void add_fault(const Path& file, Place place, std::string message) {
    if (faults_.size() >= max_pack_faults) return;
    if (faults_.size() + 1 == max_pack_faults) message = "too many faults; the rest is left out.";
    faults_.push_back({file, place.line, place.column, std::move(message)});
  }

  Report report(const Path& file) {
    return [this, file](Place place, std::string message) {
      add_fault(file, place, std::move(message));
    };
  }

  // The file's tree; Refused, with a fault, where it cannot be read.
  YamlNode read_yaml(const Path& file) {
    YamlNode refused;
    refused.kind = YamlNode::Kind::Refused;
    if (!is_file(file)) {
      add_fault(file, {}, "no such file. Give the folder of a pack, which holds a pack.yaml.");
      return refused;
    }
    const auto bytes = read_file(file, max_pack_file_bytes);
    if (!bytes) {
      add_fault(file, {}, bytes.error().message);
      return refused;
    }
    YamlDocument document = parse_yaml(*bytes);
    for (YamlFault& fault : document.faults) add_fault(file, fault.place, std::move(fault.message));
    if (document.root.kind == YamlNode::Kind::Null && document.faults.empty()) {
      add_fault(file, {}, "the file is empty.");
      return refused;
    }
    return std::move(document.root);
  }

  bool is_newer() const {
    const YamlEntry* schema = find_entry(pack_, "schema");
    if (schema == nullptr || !is_number(schema->value)) return false;
    const auto& digits = schema->value.text;
    return digits.find_first_not_of("0123456789") == std::string::npos &&
           (digits.size() > 1 || digits[0] - '0' > pack_schema_number) && digits[0] != '0';
  }

  void resolve_base() {
    const YamlEntry* extends = find_entry(pack_, "extends");
    if (extends == nullptr) return;
    has_base_ = true;
    const auto name = text_at(pack_, "extends");
    if (!fits(name, *pack_format().find("extends"))) return;  // already reported
    const auto fault = [&](std::string message) {
      add_fault(folder_ / "pack.yaml", extends->value.place, std::move(message));
    };
    auto chain = chain_;
    chain.push_back(fmt::format("{}@{}", text_at(pack_, "id"), text_at(pack_, "version")));
    if (std::find(chain.begin(), chain.end(), name) != chain.end()) {
      return fault(fmt::format("a cycle: {} -> {}. Take one \"extends\" out.",
                               fmt::join(chain, " -> "), name));
    }
    if (chain.size() > longest_chain) {
      return fault(fmt::format("more than {} packs extend one another.", longest_chain));
    }
    const auto folder = find_base(name, fault);
    if (!folder) return;
    PackReader base(*folder, search_, std::move(chain));
    base.read();
    if (const auto faults = base.take_faults(); !faults.empty()) {
      return fault(fmt::format("{} has faults itself ({}), first {}", in_quotes(name),
                               faults.size(), to_string(faults.front())));
    }
    base_ = base.build();
  }

  template <typename Fault>
  std::optional<Path> find_base(std::string_view name, const Fault& fault) const {
    const auto id = name.substr(0, name.find('@'));
    const auto version = name.substr(name.find('@') + 1);
    std::vector<PackEntry> candidates;
    std::error_code failure;
    const auto here = std::filesystem::absolute(folder_, failure).lexically_normal();
    const auto beside = (here.has_filename() ? here : here.parent_path()).parent_path() / id;
    if (is_file(beside / "pack.yaml")) candidates.push_back(read_pack_entry(beside));
    for (PackEntry& entry : list_packs(search_)) candidates.push_back(std::move(entry));

    std::string others;
    for (const PackEntry& entry : candidates) {
      if (entry.id != id) continue;
      if (entry.version == version) return entry.folder;
      others += fmt::format(" {}@{} in {}", entry.id, entry.version, entry.folder.string());
    }
    if (others.empty()) {
      fault(fmt::format("no pack {} beside this folder or in the pack folders. Put it there.",
                        in_quotes(id)));
    } else {
      fault(
          fmt::format("no pack {} of version {}, only{}. Change the version after @ or put that "
                      "version there.",
                      in_quotes(id), version, others));
    }
    return std::nullopt;
  }

  void check_probe_kinds() {
    for (const YamlNode& kind : items_at(pack_, "probe_kinds")) {
      const auto id = text_at(kind, "id");
      const bool in_base =
          base_ && std::any_of(base_->probe_kinds.begin(), base_->probe_kinds.end(),
                               [&](const auto& one) { return one.id == id; });
      const bool built_in = std::find(builtin_probe_kinds.begin(), builtin_probe_kinds.end(), id) !=
                            builtin_probe_kinds.end();
      if (!built_in && !in_base) continue;
      add_fault(folder_ / "pack.yaml", place_at(kind, "id"),
                fmt::format("probe kind {} is {}. Take it out or choose another id.", in_quotes(id),
                            built_in ? "built in" : "declared by the extended pack"));
    }
  }

  // None where they cannot be known: a wrong "unknown kind" for each probe would help nobody.
  std::optional<std::vector<std::string_view>> known_probe_kinds() const {
    if (pack_.kind != YamlNode::Kind::Map || (has_base_ && !base_)) return std::nullopt;
    std::vector<std::string_view> kinds(builtin_probe_kinds.begin(), builtin_probe_kinds.end());
    for (const YamlNode& kind : items_at(pack_, "probe_kinds"))
      kinds.push_back(text_at(kind, "id"));
    if (base_) {
      for (const ProbeKind& kind : base_->probe_kinds) kinds.emplace_back(kind.id);
    }
    return kinds;
  }

  Path file_of(std::string_view principle) const {
    return folder_ / "principles" / fmt::format("{}.yaml", principle);
  }

  void read_principles() {
    const Field& listed = *pack_format().find("principles");
    std::map<std::string_view, std::size_t> lines;
    for (const YamlNode& entry : items_at(pack_, "principles")) {
      if (entry.kind != YamlNode::Kind::Scalar || !fits_id(entry.text)) continue;
      const auto [first, is_new] = lines.try_emplace(entry.text, entry.place.line);
      if (!is_new) {
        add_fault(folder_ / "pack.yaml", entry.place,
                  fmt::format("principle {} is listed twice, first on line {}.",
                              in_quotes(entry.text), first->second));
        continue;
      }
      if (lines.size() > listed.max) return;
      read_principle(entry);
    }
  }

  static bool fits_id(std::string_view id) { return fits(id, *principle_format().find("id")); }

  void read_principle(const YamlNode& entry) {
    const auto file = file_of(entry.text);
    listed_.insert(file);
    if (!is_file(file)) return check_inherited(entry);
    YamlNode root = read_yaml(file);
    check_shape(root, principle_format(), report(file));
    check_principle(root, known_probe_kinds(), report(file));
    if (const auto id = text_at(root, "id"); fits_id(id) && id != entry.text) {
      add_fault(
          file, place_at(root, "id"),
          fmt::format("id {} differs from the file's name. Make them the same.", in_quotes(id)));
    }
    principles_.emplace(entry.text, std::move(root));
  }

  void check_inherited(const YamlNode& entry) {
    const auto name = fmt::format("principles/{}.yaml", entry.text);
    if (!has_base_) {
      add_fault(
          folder_ / "pack.yaml", entry.place,
          fmt::format("principle {} is listed, but there is no {}.", in_quotes(entry.text), name));
    } else if (base_ && base_->find(PrincipleId{entry.text}) == nullptr) {
      add_fault(folder_ / "pack.yaml", entry.place,
                fmt::format("principle {} is neither in {} nor in the extended pack.",
                            in_quotes(entry.text), name));
    }
  }

  void find_unlisted_files() {
    const YamlEntry* list = find_entry(pack_, "principles");
    if (list == nullptr || list->value.kind != YamlNode::Kind::List) return;
    for (const Path& file : yaml_files(folder_ / "principles")) {
      if (listed_.count(file) != 0) continue;
      if (file.extension() == ".yml") {
        add_fault(file, {}, "the name ends in .yml. Let it end in .yaml.");
      } else {
        add_fault(file, {},
                  fmt::format("not listed in pack.yaml. Add {} to \"principles\" or remove the "
                              "file.",
                              in_quotes(file.stem().string())));
      }
    }
  }

  // Indicators, questions and names, over all principles that the pack has in the end.
  void check_distinct_texts() {
    std::vector<ComparedText> indicators;
    std::vector<ComparedText> questions;
    std::vector<ComparedText> names;
    std::vector<Report> reports;
    reports.reserve(principles_.size());  // ComparedText points into it
    std::map<std::string, std::string> question_ids;
    if (base_) add_inherited(indicators, questions, names, question_ids);
    for (const YamlNode& entry : items_at(pack_, "principles")) {
      const auto found = principles_.find(entry.text);
      if (found == principles_.end()) continue;
      const auto& [id, root] = *found;
      if (reports.size() == principles_.size()) break;  // listed twice
      const Report& to = reports.emplace_back(report(file_of(id)));
      names.push_back(
          {fmt::format("the name of {}", id), text_at(root, "name"), place_at(root, "name"), &to});
      for (const YamlNode& one : items_at(root, "indicators")) {
        indicators.push_back(
            {fmt::format("indicator {}.{} on line {}", id, text_at(one, "id"), one.place.line),
             text_at(one, "text"), place_at(one, "text"), &to});
      }
      for (const YamlNode& one : items_at(root, "questions")) {
        const std::string question(text_at(one, "id"));
        questions.push_back({fmt::format("question {}", question), text_at(one, "text"),
                             place_at(one, "text"), &to});
        if (question.empty()) continue;
        const auto [first, is_new] = question_ids.try_emplace(question, id);
        if (is_new) continue;
        to(place_at(one, "id"), fmt::format("question id {} is taken, in {}. Question ids are "
                                            "unique within the pack.",
                                            in_quotes(question), first->second));
      }
    }
    check_distinct(indicators);
    check_distinct(questions);
    check_distinct(names);
  }

  void add_inherited(std::vector<ComparedText>& indicators, std::vector<ComparedText>& questions,
                     std::vector<ComparedText>& names,
                     std::map<std::string, std::string>& question_ids) const {
    for (const YamlNode& entry : items_at(pack_, "principles")) {
      const Principle* principle = base_->find(PrincipleId{entry.text});
      if (principle == nullptr || principles_.count(entry.text) != 0) continue;
      names.push_back({fmt::format("the name of {}", entry.text), principle->name, {}, nullptr});
      for (const Indicator& one : principle->indicators) {
        indicators.push_back({fmt::format("indicator {} of the extended pack", one.id.value),
                              one.text,
                              {},
                              nullptr});
      }
      for (const Question& one : principle->questions) {
        questions.push_back(
            {fmt::format("question {} of the extended pack", one.id), one.text, {}, nullptr});
        question_ids.emplace(one.id, fmt::format("{} of the extended pack", entry.text));
      }
    }
  }

  Path folder_;
  const std::vector<Path>& search_;
  std::vector<std::string> chain_;
  YamlNode pack_;
  std::map<std::string, YamlNode, std::less<>> principles_;  // those with a file here
  std::set<Path> listed_;
  bool has_base_ = false;
  std::optional<Pack> base_;
  std::vector<PackFault> faults_;
};

}  // namespace

std::string to_string(const PackFault& fault) {
  return fmt::format("{}:{}:{}: {}", fault.file.string(), fault.line, fault.column, fault.message);
}

std::vector<PackFault> check_pack(const Path& folder, const std::vector<Path>& search) {
  PackReader reader(folder, search, {});
  reader.read();
  return reader.take_faults();
}

Result<Pack> load_pack(const Path& folder, const std::vector<Path>& search) {
  if (!is_file(folder / "pack.yaml")) {
    return Error{
        ErrorCode::NotFound,
        fmt::format("{}: no pack.yaml here. Give the folder that holds it.", folder.string())};
  }
  PackReader reader(folder, search, {});
  reader.read();
  const auto faults = reader.take_faults();
  if (faults.empty()) return reader.build();
  if (faults.size() == 1) return invalid_input(to_string(faults.front()));
  return invalid_input(
      fmt::format("{} There are {} faults; `barometer pack check {}` names them "
                  "all.",
                  to_string(faults.front()), faults.size(), folder.string()));
}

}  // namespace barometer
