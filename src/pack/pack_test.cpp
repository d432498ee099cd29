#include "pack/pack.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "core/file.hpp"
#include "core/utf8.hpp"
#include "pack/describe.hpp"

namespace barometer {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const fs::path cases = fs::path(BAROMETER_SOURCE_DIR) / "tests" / "cases" / "pack";
const fs::path shipped = fs::path(BAROMETER_SOURCE_DIR) / "packs";
const fs::path valid = cases / "valid";
const std::string principle_file = "principles/fresh-every-morning.yaml";
const std::vector<fs::path> nowhere;

std::string contents(const fs::path& path) {
  const auto bytes = read_file(path, max_pack_faults << 20);
  EXPECT_TRUE(bytes) << path;
  return bytes ? *bytes : std::string{};
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// Faults with the file as seen from the pack's folder.
std::vector<std::string> faults_in(const fs::path& folder) {
  std::vector<std::string> found;
  for (PackFault fault : check_pack(folder, nowhere)) {
    fault.file = fault.file.lexically_relative(folder);
    found.push_back(to_string(fault));
  }
  return found;
}

// A copy of the valid pack that a test may change.
class PackCopy : public testing::Test {
 protected:
  void SetUp() override {
    root = fs::path(testing::TempDir()) / ("barometer_pack_" + std::to_string(::getpid()));
    folder = root / "valid";
    fs::remove_all(root);
    fs::create_directories(root);
    fs::copy(valid, folder, fs::copy_options::recursive);
  }
  void TearDown() override { fs::remove_all(root); }

  void write(const fs::path& file, std::string_view text) {
    fs::create_directories((folder / file).parent_path());
    ASSERT_TRUE(write_file(folder / file, text));
  }

  void replace(const fs::path& file, std::string_view from, std::string_view to) {
    auto text = contents(folder / file);
    const auto at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    write(file, text.replace(at, from.size(), to));
  }

  fs::path root;
  fs::path folder;
};

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(cases)) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  return names;
}

class PackCase : public testing::TestWithParam<std::string> {};

TEST_P(PackCase, HasExactlyTheExpectedFaults) {
  const auto folder = cases / GetParam();
  const auto expected = lines_of(contents(folder / "expected.txt"));
  const auto found = faults_in(folder);
  for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
    EXPECT_THAT(i < found.size() ? found[i] : "no more faults",
                HasSubstr(i < expected.size() ? expected[i] : "no more faults expected"));
  }
  const auto loaded = load_pack(folder, nowhere);
  EXPECT_EQ(loaded.has_value(), expected.empty());
}

INSTANTIATE_TEST_SUITE_P(CheckPack, PackCase, testing::ValuesIn(case_names()),
                         [](const auto& instance) {
                           auto name = instance.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

TEST(LoadPack, BuildsTheWholePack) {
  const auto pack = load_pack(valid, nowhere);
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(pack->id, "valid");
  EXPECT_EQ(pack->version, "1.0.0");
  EXPECT_EQ(pack->language, "en");
  EXPECT_EQ(pack->license, "CC-BY-4.0");
  EXPECT_EQ(pack->rating_scale[4], "Has changed how all three shops go about it.");
  ASSERT_THAT(pack->probe_kinds, SizeIs(1));
  EXPECT_EQ(pack->probe_kinds[0].id, "night-shift");
  ASSERT_THAT(pack->principles, SizeIs(1));
  const Principle& fresh = pack->principles[0];
  EXPECT_EQ(fresh.name, "Fresh Every Morning");
  EXPECT_EQ(fresh.anchors[0], "Sold old goods as new and saw nothing wrong in it.");
  const auto* reheats = pack->find(IndicatorId{"fresh-every-morning.reheats"});
  ASSERT_NE(reheats, nullptr);
  EXPECT_EQ(reheats->polarity, Polarity::Contradicts);
  EXPECT_EQ(fresh.questions[7].kind, QuestionKind::Direct);
  EXPECT_EQ(fresh.questions[7].level, Level::Senior);
  EXPECT_EQ(fresh.probes[4].when, "only the own shift is told of");
}

TEST(LoadPack, ExtendingPackHasWhatItInherits) {
  const auto base = load_pack(valid, nowhere);
  const auto inherited = load_pack(cases / "extends-valid", nowhere);
  const auto own = load_pack(cases / "extends-overrides", nowhere);
  ASSERT_TRUE(base && inherited && own);
  EXPECT_EQ(inherited->id, "extends-valid");
  EXPECT_EQ(inherited->probe_kinds[0].id, "night-shift");
  EXPECT_EQ(inherited->principles[0].probes[2].text, base->principles[0].probes[2].text);
  EXPECT_EQ(own->principles[0].probes[2].text, "Which loaf was that?");
}

TEST(LoadPack, NamesTheFirstFaultAndHowMany) {
  const auto one = load_pack(cases / "yaml-syntax", nowhere);
  ASSERT_FALSE(one);
  EXPECT_EQ(one.error().code, ErrorCode::InvalidInput);
  EXPECT_THAT(one.error().message, HasSubstr("fresh-every-morning.yaml:36:96: cannot be read"));
  const auto many = load_pack(cases / "bad-ids", nowhere);
  ASSERT_FALSE(many);
  EXPECT_THAT(many.error().message, HasSubstr("pack.yaml:18:5: "));
  EXPECT_THAT(many.error().message, HasSubstr("There are 6 faults"));
}

TEST(LoadPack, FolderWithoutPackIsNotFound) {
  EXPECT_EQ(load_pack(cases / "no-pack-file", nowhere).error().code, ErrorCode::NotFound);
  EXPECT_EQ(load_pack("/no/such/folder", nowhere).error().code, ErrorCode::NotFound);
  EXPECT_THAT(check_pack("/no/such/folder", nowhere), SizeIs(1));
}

TEST_F(PackCopy, FoldedTextsAreOneLine) {
  replace("pack.yaml", "\"What a made-up bakery with three shops expects of its people.\"",
          ">\n  What a made-up bakery\n  expects.\n\n  Of all.\n");
  const auto pack = load_pack(folder, nowhere);
  ASSERT_TRUE(pack) << pack.error().message;
  EXPECT_EQ(pack->summary, "What a made-up bakery expects. Of all.");
}

TEST_F(PackCopy, FileOverTheLimitIsNotRead) {
  write(principle_file, std::string((1 << 20) + 1, '#'));
  const auto faults = faults_in(folder);
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_THAT(faults[0], HasSubstr("larger than the limit of 1 MB"));
}

TEST_F(PackCopy, SomethingThatIsNoFileIsNotRead) {
  fs::remove(folder / principle_file);
  fs::create_directory(folder / principle_file);
  EXPECT_THAT(faults_in(folder), testing::Contains(HasSubstr("is listed, but there is no")));
}

TEST_F(PackCopy, HasAtMost64Principles) {
  std::string list = "principles:\n  - fresh-every-morning\n";
  for (int i = 2; i <= 65; ++i) list += "  - copy-" + std::to_string(i) + "\n";
  replace("pack.yaml", "principles:\n  - fresh-every-morning\n", list);
  EXPECT_THAT(faults_in(folder),
              testing::Contains(HasSubstr("\"principles\" has 65 entries, at most 64")));
}

TEST_F(PackCopy, KeepsAThousandFaultsAndSaysSo) {
  for (int i = 0; i < 1200; ++i) write("principles/copy-" + std::to_string(i) + ".yaml", "x");
  const auto faults = faults_in(folder);
  ASSERT_THAT(faults, SizeIs(max_pack_faults));
  EXPECT_THAT(faults, testing::Contains(HasSubstr("too many faults")));
}

TEST_F(PackCopy, ExtendedPackIsFoundInThePackFolders) {
  const auto extending = root / "elsewhere" / "mine";
  fs::create_directories(root / "elsewhere");
  fs::copy(cases / "extends-valid", extending, fs::copy_options::recursive);
  EXPECT_THAT(check_pack(extending, nowhere), SizeIs(1));
  EXPECT_THAT(check_pack(extending, {root}), IsEmpty());
  const auto with_slash = extending / "";
  EXPECT_THAT(check_pack(with_slash, {root}), IsEmpty());
}

TEST_F(PackCopy, ChainOfPacksEnds) {
  // Ten packs, each extending the one before: too many.
  for (int i = 0; i < 10; ++i) {
    const auto next = root / ("chain-" + std::to_string(i));
    fs::copy(cases / "extends-valid", next, fs::copy_options::recursive);
    auto text = contents(next / "pack.yaml");
    const auto set = [&](const std::string& from, const std::string& to) {
      text.replace(text.find(from), from.size(), to);
    };
    set("id: extends-valid", "id: chain-" + std::to_string(i));
    if (i > 0) set("extends: valid", "extends: chain-" + std::to_string(i - 1));
    ASSERT_TRUE(write_file(next / "pack.yaml", text));
  }
  EXPECT_THAT(check_pack(root / "chain-6", nowhere), IsEmpty());
  const auto faults = check_pack(root / "chain-9", nowhere);
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_THAT(faults[0].message, HasSubstr("more than 8 packs extend one another"));
}

// Every fault points into its file, and the pack loads exactly when there is none.
void expect_sound(const fs::path& folder, const std::string& edit) {
  const auto faults = check_pack(folder, nowhere);
  EXPECT_EQ(load_pack(folder, nowhere).has_value(), faults.empty()) << edit;
  for (const PackFault& fault : faults) {
    SCOPED_TRACE(edit + "\n" + to_string(fault));
    EXPECT_FALSE(fault.message.empty());
    EXPECT_EQ(utf8::first_invalid(fault.message), std::nullopt);
    ASSERT_GE(fault.line, 1U);
    ASSERT_GE(fault.column, 1U);
    if (fault.line == 1 && fault.column == 1) continue;  // also of files that are not there
    std::ifstream stream(fault.file);
    std::string line;
    for (std::size_t i = 0; i < fault.line; ++i) {
      line.clear();
      std::getline(stream, line);
    }
    EXPECT_LE(fault.column, line.size() + 1);
  }
}

TEST_F(PackCopy, EveryDeletedLineLoadsOrGivesFaultsWithAPlace) {
  for (const std::string& file : {std::string("pack.yaml"), principle_file}) {
    const auto whole = contents(folder / file);
    const auto lines = lines_of(whole);
    for (std::size_t gone = 0; gone < lines.size(); ++gone) {
      std::string text;
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i != gone) text += lines[i] + "\n";
      }
      write(file, text);
      expect_sound(folder, file + " without line " + std::to_string(gone + 1));
      // The valid case holds nothing beyond what a pack must have.
      EXPECT_FALSE(check_pack(folder, nowhere).empty()) << "line " << gone + 1 << " is not needed";
    }
    write(file, whole);
  }
}

TEST_F(PackCopy, RandomEditsLoadOrGiveFaultsWithAPlace) {
  std::mt19937 random(20210701);
  const auto below = [&](std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
  };
  const std::vector<std::string> pieces = {"\"",    "'",
                                           ":",     "- ",
                                           "\n",    "{",
                                           "}",     "[",
                                           "]",     "#",
                                           "&a ",   "*a",
                                           "!x",    "|",
                                           ">",     "\t",
                                           "---",   "...",
                                           "é",     "\xff",
                                           "?",     "\\",
                                           "%",     ",",
                                           "~",     "<<",
                                           "1.0",   "@",
                                           "true",  "null",
                                           "\r\n",  "  ",
                                           "\x1b",  "\xe2\x80\xae",
                                           "id: x", "\"\\e\""};
  std::map<std::string, std::string> originals;
  for (const std::string& file : {std::string("pack.yaml"), principle_file}) {
    originals[file] = contents(folder / file);
  }
  int loaded = 0;
  for (int round = 0; round < 1000; ++round) {
    const auto file = round % 2 == 0 ? std::string("pack.yaml") : principle_file;
    auto text = originals[file];
    for (auto edits = 1 + below(3); edits > 0; --edits) {
      const auto at = below(text.size());
      switch (below(4)) {
        case 0:
          text.insert(at, pieces[below(pieces.size())]);
          break;
        case 1:
          text.erase(at, 1 + below(12));
          break;
        case 2:
          text[at] = static_cast<char>(below(256));
          break;
        default:
          text.insert(below(text.size()), text.substr(at, 1 + below(80)));
      }
    }
    write(file, text);
    expect_sound(folder, "round " + std::to_string(round));
    loaded += check_pack(folder, nowhere).empty() ? 1 : 0;
    write(file, originals[file]);
    if (HasFailure()) break;
  }
  EXPECT_GT(loaded, 30) << "edits within a text do no harm";
}

std::vector<fs::path> shipped_packs() {
  std::vector<fs::path> folders;
  if (!fs::exists(shipped)) return folders;
  for (const auto& entry : fs::directory_iterator(shipped)) {
    if (fs::exists(entry.path() / "pack.yaml")) folders.push_back(entry.path());
  }
  return folders;
}

TEST(ShippedPacks, CheckClean) {
  const auto folders = shipped_packs();
  if (folders.empty()) GTEST_SKIP() << "no packs in the tree";
  for (const auto& folder : folders) {
    for (const PackFault& fault : check_pack(folder, nowhere)) ADD_FAILURE() << to_string(fault);
  }
}

TEST(ShippedPacks, TwoSetsOfPrinciplesDifferByTwo) {
  if (!fs::exists(shipped / "amazon-2020")) GTEST_SKIP() << "no such pack in the tree";
  const auto before = load_pack(shipped / "amazon-2020", nowhere);
  const auto after = load_pack(shipped / "amazon-2021", nowhere);
  ASSERT_TRUE(before) << before.error().message;
  ASSERT_TRUE(after) << after.error().message;
  EXPECT_THAT(before->principles, SizeIs(14));
  EXPECT_THAT(after->principles, SizeIs(16));
}

TEST(Describe, HoldsEverything) {
  const auto pack = load_pack(valid, nowhere);
  ASSERT_TRUE(pack);
  const auto page = describe(*pack);
  EXPECT_EQ(page.rfind("# Principles of a bakery\n\n`valid` 1.0.0, language en, license CC-BY-4.0, "
                       "1 principles.\n",
                       0),
            0U);
  const Principle& fresh = pack->principles[0];
  for (const Indicator& one : fresh.indicators) EXPECT_THAT(page, HasSubstr("- " + one.text));
  for (const Question& one : fresh.questions) EXPECT_THAT(page, HasSubstr(": " + one.text));
  for (const Probe& one : fresh.probes) EXPECT_THAT(page, HasSubstr(one.when + ": " + one.text));
  for (const auto& anchor : fresh.anchors) EXPECT_THAT(page, HasSubstr(". " + anchor));
  EXPECT_THAT(page, HasSubstr("- `night-shift`: Asks what"));
  EXPECT_LT(page.find("### Speaks for it"), page.find("### Speaks against it"));
  EXPECT_EQ(page.find("\n\n\n"), std::string::npos);
  EXPECT_EQ(page.find("\n\n", page.size() - 2), std::string::npos);
}

TEST(Describe, LetsNoTextBecomeMarkup) {
  Pack pack;
  pack.title = "<script>*x*_y_`z`[a](b)|&amp;";
  EXPECT_THAT(describe(pack),
              HasSubstr("# \\<script\\>\\*x\\*\\_y\\_\\`z\\`\\[a\\](b)\\|\\&amp;\n"));
}

}  // namespace
}  // namespace barometer
