#include <algorithm>

#include "api/codec.hpp"
#include "api/routes.hpp"
#include "core/random_id.hpp"
#include "core/utf8.hpp"
#include "service/stories.hpp"

namespace barometer::api {
namespace {

constexpr std::string_view bank_schema = "barometer.stories/1";

StoryId id_of(const Call& call) { return {call.path("story_id")}; }

Story decode(const nlohmann::json& body) {
  Story story;
  story.title = body.at("title");
  story.situation = body.value("situation", "");
  story.task = body.value("task", "");
  story.action = body.value("action", "");
  story.result = body.value("result", "");
  story.notes = body.value("notes", "");
  if (const auto ids = body.find("principles"); ids != body.end())
    story.principles = decode_ids(*ids);
  return story;
}

Result<Response> encode_kept(Transaction& transaction, const StoryId& id, int status = 200) {
  const auto story = transaction.story(id);
  if (!story) return story.error();
  return answer(encode(*story), status);
}

Result<Response> create(Call& call) {
  Story story = decode(call.body);
  story.id = {random_id()};
  story.created_ms = now_ms();
  story.updated_ms = story.created_ms;
  call.about = story.id.value;
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  if (const auto added = (*transaction)->add_story(story); !added) return added.error();
  return encode_kept(**transaction, story.id, 201);
}

Result<Response> replace(Call& call) {
  Story story = decode(call.body);
  story.id = id_of(call);
  story.updated_ms = now_ms();
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  if (const auto kept = (*transaction)->replace_story(story); !kept) return kept.error();
  return encode_kept(**transaction, story.id);
}

Json encode(const Telling& telling, const std::optional<std::string>& before) {
  const Retelling compared = compare_tellings(before, telling.text);
  return {{"number", telling.number},
          {"created_ms", telling.created_ms},
          {"interview_id", or_null(telling.interview.value)},
          {"text", telling.text},
          {"words", compared.words},
          {"numbers", compared.numbers},
          {"kept", compared.kept ? Json(*compared.kept) : Json(nullptr)},
          {"gone", compared.gone}};
}

Json encode(const std::vector<Telling>& tellings) {
  Json list = Json::array();
  std::optional<std::string> before;
  for (const Telling& telling : tellings) {
    list.push_back(encode(telling, before));
    before = telling.text;
  }
  return list;
}

Result<Response> add_telling(Call& call) {
  Telling telling;
  telling.created_ms = now_ms();
  telling.text = call.body.at("text");
  if (const auto id = call.body.find("interview_id"); id != call.body.end() && id->is_string())
    telling.interview = {id->get<std::string>()};
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  if (const auto added = (*transaction)->add_telling(id_of(call), telling); !added)
    return added.error();
  const auto all = (*transaction)->tellings(id_of(call));
  if (!all) return all.error();
  return answer(encode(*all).back(), 201);
}

Result<std::vector<StoryWithTellings>> whole_bank(Call& call) {
  const auto transaction = call.read();
  if (!transaction) return transaction.error();
  const auto stories = (*transaction)->stories();
  if (!stories) return stories.error();
  std::vector<StoryWithTellings> bank;
  for (auto story = stories->rbegin(); story != stories->rend(); ++story) {
    const auto tellings = (*transaction)->tellings(story->id);
    if (!tellings) return tellings.error();
    bank.push_back({*story, {}});
    for (const Telling& telling : *tellings) bank.back().tellings.push_back(telling.text);
  }
  return bank;
}

Result<Response> export_json(Call& call) {
  const auto bank = whole_bank(call);
  if (!bank) return bank.error();
  Json stories = Json::array();
  for (const auto& [story, tellings] : *bank)
    stories.push_back({{"title", story.title},
                       {"situation", story.situation},
                       {"task", story.task},
                       {"action", story.action},
                       {"result", story.result},
                       {"notes", story.notes},
                       {"principles", encode_ids(story.principles)},
                       {"tellings", tellings}});
  Response response = answer({{"schema", bank_schema}, {"stories", std::move(stories)}});
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"stories.json\"");
  return response;
}

Result<Response> export_markdown(Call& call) {
  const auto bank = whole_bank(call);
  if (!bank) return bank.error();
  Response response;
  response.content_type = "text/markdown; charset=utf-8";
  response.body = stories_markdown(*bank);
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"stories.md\"");
  return response;
}

std::vector<StoryWithTellings> decode_bank(const nlohmann::json& body) {
  std::vector<StoryWithTellings> bank;
  for (const auto& entry : body.at("stories")) {
    bank.push_back({decode(entry), {}});
    if (const auto tellings = entry.find("tellings"); tellings != entry.end())
      bank.back().tellings = tellings->get<std::vector<std::string>>();
  }
  return bank;
}

bool is_same(const Story& a, const Story& b) {
  return a.title == b.title && a.situation == b.situation && a.task == b.task &&
         a.action == b.action && a.result == b.result && a.notes == b.notes;
}

// Markdown is read outside the document's rules, so they are held to here.
std::optional<std::string> bank_fault(const Parts& parts,
                                      const std::vector<StoryWithTellings>& bank) {
  const auto& schema = parts.document.json().at("components").at("schemas").at("StoryBank");
  nlohmann::json stories = nlohmann::json::array();
  for (const auto& [story, tellings] : bank) {
    nlohmann::json ids = nlohmann::json::array();
    for (const PrincipleId& id : story.principles) ids.push_back(id.value);
    stories.push_back({{"title", story.title},
                       {"situation", story.situation},
                       {"task", story.task},
                       {"action", story.action},
                       {"result", story.result},
                       {"notes", story.notes},
                       {"principles", ids},
                       {"tellings", tellings}});
  }
  return parts.document.fault(schema, {{"schema", bank_schema}, {"stories", stories}}, "body");
}

Result<Response> import_bank(const Parts& parts, Call& call) {
  std::vector<StoryWithTellings> bank;
  if (call.request.content_type == "text/markdown") {
    if (utf8::first_invalid(call.request.body)) return invalid_input("The body is not UTF-8.");
    auto read = stories_from_markdown(call.request.body);
    if (!read) return read.error();
    bank = *std::move(read);
    if (const auto fault = bank_fault(parts, bank)) return invalid_input(*fault + ".");
  } else {
    bank = decode_bank(call.body);
  }
  const auto transaction = call.write();
  if (!transaction) return transaction.error();
  const auto there = (*transaction)->stories(no_limit);
  if (!there) return there.error();
  int added = 0;
  int left_out = 0;
  for (auto& [story, tellings] : bank) {
    if (std::any_of(there->begin(), there->end(),
                    [&one = story](const Story& other) { return is_same(one, other); })) {
      ++left_out;
      continue;
    }
    story.id = {random_id()};
    story.created_ms = now_ms();
    story.updated_ms = story.created_ms;
    if (const auto kept = (*transaction)->add_story(story); !kept) return kept.error();
    for (const std::string& text : tellings) {
      const auto kept = (*transaction)->add_telling(story.id, {0, story.created_ms, {}, text});
      if (!kept) return kept.error();
    }
    ++added;
  }
  return answer({{"added", added}, {"left_out", left_out}});
}

// Reading takes time, so it is done outside of a transaction, and what it finds is kept.
Result<StoryMatrix> matrix_of(const Parts& parts, const PackWithReader& shelved) {
  std::vector<Story> stories;
  std::vector<Strength> strengths;
  {
    const auto transaction = parts.store.begin(local_owner, Access::Read);
    if (!transaction) return transaction.error();
    auto kept = (*transaction)->stories();
    if (!kept) return kept.error();
    auto known = (*transaction)->strengths(shelved.pack.id);
    if (!known) return known.error();
    stories = *std::move(kept);
    strengths = *std::move(known);
  }
  for (const Story& story : stories) {
    const bool known = std::any_of(strengths.begin(), strengths.end(),
                                   [&](const auto& one) { return one.story == story.id; });
    if (known) continue;
    const auto found = strengths_of(story, shelved.pack, *shelved.reader);
    if (!found) return found.error();
    strengths.insert(strengths.end(), found->begin(), found->end());
    const auto transaction = parts.store.begin(local_owner, Access::Write);
    if (!transaction) return transaction.error();
    const auto now = (*transaction)->story(story.id);
    if (!now || now->updated_ms != story.updated_ms)
      continue;  // changed meanwhile: not of this text
    if (const auto kept = (*transaction)->set_strengths(story.id, shelved.pack.id, *found); !kept)
      return kept.error();
    if (const auto kept = (*transaction)->commit(); !kept) return kept.error();
  }
  return story_matrix(shelved.pack, stories, strengths);
}

Json encode(const StoryMatrix& matrix, const Pack& pack) {
  Json principles = Json::array();
  for (const MatrixPrinciple& row : matrix.principles)
    principles.push_back(
        {{"principle", row.principle.value}, {"stories", row.stories}, {"gap", or_null(row.gap)}});
  Json stories = Json::array();
  for (const MatrixStory& row : matrix.stories) {
    Json cells = Json::array();
    for (const MatrixCell& cell : row.cells)
      cells.push_back({{"principle", cell.principle.value},
                       {"meant", cell.meant},
                       {"verdict", to_string(cell.verdict)},
                       {"supports", cell.supports},
                       {"contradicts", cell.contradicts}});
    stories.push_back({{"id", row.story.id.value},
                       {"title", row.story.title},
                       {"over_used", row.over_used},
                       {"tellings", row.story.tellings},
                       {"cells", std::move(cells)}});
  }
  return {{"pack", encode_pack_name(pack.id, pack.version)},
          {"principles", std::move(principles)},
          {"stories", std::move(stories)}};
}

void add_bank_routes(Router& router, const Parts& parts) {
  router.add("export_stories", export_json);
  router.add("export_stories_as_markdown", export_markdown);
  router.add("import_stories", [&parts](Call& call) { return import_bank(parts, call); });
  router.add_own("get_story_matrix", [&parts](Call& call) -> Result<Response> {
    const auto shelved = parts.shelf.take(call.query("pack", default_pack));
    if (!shelved) return shelved.error();
    const auto matrix = matrix_of(parts, **shelved);
    if (!matrix) return matrix.error();
    return answer(encode(*matrix, (*shelved)->pack));
  });
  router.add_own("get_story_sheet", [&parts](Call& call) -> Result<Response> {
    const auto shelved = parts.shelf.take(call.query("pack", default_pack));
    if (!shelved) return shelved.error();
    const auto matrix = matrix_of(parts, **shelved);
    if (!matrix) return matrix.error();
    Response response;
    response.content_type = "text/html; charset=utf-8";
    response.body = story_sheet_html((*shelved)->pack, *matrix);
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'self'");
    return response;
  });
}

}  // namespace

void add_story_routes(Router& router, const Parts& parts) {
  router.add("list_stories", [](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    const auto all = (*transaction)->stories();
    if (!all) return all.error();
    Json stories = Json::array();
    for (const Story& story : *all) stories.push_back(encode(story));
    return answer({{"stories", std::move(stories)}});
  });
  router.add("create_story", create);
  router.add("get_story", [](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    return encode_kept(**transaction, id_of(call));
  });
  router.add("replace_story", replace);
  router.add("delete_story", [](Call& call) -> Result<Response> {
    const auto transaction = call.write();
    if (!transaction) return transaction.error();
    if (const auto gone = (*transaction)->delete_story(id_of(call)); !gone) return gone.error();
    if (const auto gone = (*transaction)->forget_requests_about(call.about); !gone)
      return gone.error();
    return no_content();
  });
  router.add("list_tellings", [](Call& call) -> Result<Response> {
    const auto transaction = call.read();
    if (!transaction) return transaction.error();
    const auto all = (*transaction)->tellings(id_of(call));
    if (!all) return all.error();
    return answer({{"tellings", encode(*all)}});
  });
  router.add("add_telling", add_telling);
  add_bank_routes(router, parts);
}

}  // namespace barometer::api
