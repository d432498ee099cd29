#include "reader/heads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

#include "core/file.hpp"
#include "json/located_json.hpp"

namespace barometer {
namespace {

constexpr std::size_t most_manifest_bytes = std::size_t{1} << 20;
constexpr std::size_t most_head_bytes = std::size_t{64} << 20;
constexpr std::int64_t known_schema = 2;

// Reads tensors and numbers of the manifest; remembers the first fault.
class Manifest {
 public:
  Manifest(JsonValue root, std::string_view bytes) : root_(root), bytes_(bytes) {}

  std::vector<float> tensor(const std::string& name) {
    const JsonValue entry = root_["tensors"][name];
    const auto offset = entry["offset"].scaled(0);
    const auto count = entry["count"].scaled(0);
    if (!offset || !count || *offset < 0 || *count < 0 ||
        static_cast<std::size_t>(*offset + *count) * sizeof(float) > bytes_.size()) {
      fail("tensor " + name);
      return {};
    }
    static_assert(std::endian::native == std::endian::little);
    std::vector<float> values(static_cast<std::size_t>(*count));
    std::memcpy(values.data(), bytes_.data() + static_cast<std::size_t>(*offset) * sizeof(float),
                values.size() * sizeof(float));
    if (!std::all_of(values.begin(), values.end(),
                     [](float value) { return std::isfinite(value); }))
      fail("values of " + name);
    return values;
  }

  Linear linear(const std::string& name, std::size_t inputs, std::size_t outputs,
                bool with_bias = true) {
    Linear head;
    head.inputs = inputs;
    head.weight = tensor(name + ".weight");
    if (with_bias) head.bias = tensor(name + ".bias");
    const bool fits =
        head.weight.size() == inputs * outputs && (!with_bias || head.bias.size() == outputs);
    if (!fits) fail("shape of " + name);
    return head;
  }

  double number(JsonValue value, std::string_view name) {
    const auto found = value.number();
    if (!found || !std::isfinite(*found)) fail(std::string(name));
    return found.value_or(0.0);
  }

  std::size_t size(std::string_view name) {
    const double found = number(root_[name], name);
    if (found < 0 || found > 1e6) fail(std::string(name));
    return static_cast<std::size_t>(std::clamp(found, 0.0, 1e6));
  }

  Platt platt(JsonValue pair, std::string_view name) {
    return {number(pair.at(0), name), number(pair.at(1), name)};
  }

  JsonValue root() const { return root_; }
  const std::string& fault() const { return fault_; }

 private:
  void fail(std::string what) {
    if (fault_.empty()) fault_ = std::move(what);
  }

  JsonValue root_;
  std::string_view bytes_;
  std::string fault_;
};

Heads read_heads(Manifest& manifest) {
  Heads heads;
  const JsonValue root = manifest.root();
  heads.version = root["version"].text();
  heads.start_token = static_cast<std::int64_t>(manifest.size("start_token"));
  heads.separator_token = static_cast<std::int64_t>(manifest.size("separator_token"));
  heads.width = manifest.size("width");
  heads.max_question = manifest.size("max_question");
  heads.max_context = manifest.size("max_context");
  heads.max_answer = manifest.size("max_answer");
  heads.max_principle = manifest.size("max_principle");
  heads.scale = manifest.number(root["scale"], "scale");
  const std::size_t shared = manifest.size("shared");
  const std::size_t pooled = 3 * heads.width;
  heads.token = manifest.linear("token", heads.width, 2 + star_part_count);
  heads.attend = manifest.linear("attend", heads.width, 1);
  heads.verdict = manifest.linear("verdict", pooled, 3);
  heads.mode = manifest.linear("mode", pooled, 3);
  heads.agency = manifest.linear("agency", pooled, 3);
  heads.probe = manifest.linear("probe", pooled, 15);
  heads.answer_shared = manifest.linear("answer_shared", pooled, shared, false);
  heads.span_mode = manifest.linear("span_mode", heads.width, 3);
  heads.span_agency = manifest.linear("span_agency", heads.width, 3);
  heads.span_shared = manifest.linear("span_shared", heads.width, shared, false);
  const JsonValue calibration = root["calibration"];
  for (std::size_t step = 0; step < heads.beyond.size(); ++step) {
    heads.beyond[step] = manifest.platt(calibration["beyond"].at(step), "calibration.beyond");
    heads.cuts[step] = manifest.number(calibration["cuts"].at(step), "calibration.cuts");
  }
  heads.evidence_for = manifest.platt(calibration["evidence_for"], "calibration.evidence_for");
  heads.evidence_against =
      manifest.platt(calibration["evidence_against"], "calibration.evidence_against");
  for (std::size_t sign = 0; sign < 2; ++sign) {
    heads.evidence_cuts[sign] =
        manifest.number(calibration["evidence_cuts"].at(sign), "calibration.evidence_cuts");
  }
  return heads;
}

}  // namespace

float dot(std::span<const float> a, std::span<const float> b) {
  // Eight sums side by side: a fixed order that the compiler can still turn into vector
  // instructions.
  std::array<float, 8> sums{};
  std::size_t index = 0;
  for (; index + sums.size() <= a.size(); index += sums.size()) {
    for (std::size_t lane = 0; lane < sums.size(); ++lane)
      sums[lane] += a[index + lane] * b[index + lane];
  }
  float sum = 0.0F;
  for (; index < a.size(); ++index) sum += a[index] * b[index];
  for (const float lane : sums) sum += lane;
  return sum;
}

std::vector<float> Linear::operator()(std::span<const float> x) const {
  std::vector<float> y(outputs());
  for (std::size_t row = 0; row < y.size(); ++row) {
    y[row] = dot({weight.data() + row * inputs, inputs}, x) + (bias.empty() ? 0.0F : bias[row]);
  }
  return y;
}

double Platt::operator()(double logit) const {
  return 1.0 / (1.0 + std::exp(-(slope * logit + intercept)));
}

Result<Heads> load_heads(const std::filesystem::path& model_folder) {
  auto text = read_file(model_folder / "reader.json", most_manifest_bytes);
  if (!text) return text.error();
  auto bytes = read_file(model_folder / "heads.bin", most_head_bytes);
  if (!bytes) return bytes.error();
  const auto damaged = [&](std::string_view what) {
    return invalid_input(fmt::format("{}: the reader's model is damaged ({}). Reinstall it.",
                                     model_folder.string(), what));
  };
  const auto json = parse_located_json(*text, 0);
  if (!json) return damaged(json.error().message);
  Manifest manifest(json->root(), *bytes);
  if (json->root()["schema"].scaled(0) != known_schema) return damaged("another schema");
  Heads heads = read_heads(manifest);
  if (!manifest.fault().empty()) return damaged(manifest.fault());
  return heads;
}

}  // namespace barometer
