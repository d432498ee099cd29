// The embedded reader: hears, encodes, judges. The engine is behind encoder.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "core/file.hpp"
#include "core/utf8.hpp"
#include "reader/encoder.hpp"
#include "reader/heads.hpp"
#include "reader/hearing.hpp"
#include "reader/judge.hpp"
#include "reader/reader.hpp"

namespace barometer {
namespace {

using Tokens = std::vector<std::int64_t>;

constexpr std::size_t context_rounds = 2;            // earlier exchanges that the encoder sees
constexpr std::size_t context_question_tokens = 24;  // the last ones of each
constexpr std::size_t context_answer_tokens = 48;    // the first ones of each
constexpr std::size_t text_tokens = 96;              // of an indicator
constexpr std::size_t star_words = 6;           // the clearest words decide whether a part is told
constexpr std::size_t exchanges_at_once = 512;  // bounds the memory

// Token ids by word; filled before use.
using Lexicon = std::map<std::string, Tokens, std::less<>>;

void append(Tokens& tokens, const Tokens& more) {
  tokens.insert(tokens.end(), more.begin(), more.end());
}

Tokens flat(const Lexicon& lexicon, std::string_view text) {
  Tokens tokens;
  for (const HeardWord& word : heard_words(text)) append(tokens, lexicon.at(word.text));
  return tokens;
}

Tokens first_of(Tokens tokens, std::size_t count) {
  tokens.resize(std::min(tokens.size(), count));
  return tokens;
}

Tokens last_of(const Tokens& tokens, std::size_t count) {
  return {tokens.end() - static_cast<std::ptrdiff_t>(std::min(tokens.size(), count)), tokens.end()};
}

// One stretch of an answer that fits the encoder, and where its words went.
struct Window {
  std::size_t exchange = 0;  // within the chunk
  std::size_t first_word = 0;
  std::size_t end_word = 0;
  std::vector<std::size_t> word_begin;  // first token of each word; one more for the end
  TokenSequence sequence;
};

// What one window's heads say, before windows are put together.
struct WindowSignal {
  std::array<double, 3> beyond_logits{};
  std::vector<double> relevance;
  std::vector<double> probe;
  std::size_t words = 0;
};

struct Work {
  Hearing hearing;
  AnswerSignal signal;
  std::vector<WindowSignal> windows;
  std::array<std::vector<double>, star_part_count> star_logits;  // per word
};

std::vector<double> shares(const std::vector<float>& logits) {
  std::vector<double> values(logits.begin(), logits.end());
  const double highest = *std::max_element(values.begin(), values.end());
  double sum = 0.0;
  for (double& value : values) sum += value = std::exp(value - highest);
  for (double& value : values) value /= sum;
  return values;
}

template <typename Enum>
Enum most_likely(const std::vector<float>& logits) {
  return static_cast<Enum>(std::max_element(logits.begin(), logits.end()) - logits.begin());
}

void add_mean(std::span<const float> more, std::vector<float>& sum) {
  for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += more[i];
}

std::vector<float> mean_of_tokens(const TokenStates& states, std::size_t begin, std::size_t end) {
  std::vector<float> sum(states.width, 0.0F);
  for (std::size_t token = begin; token < end; ++token) add_mean(states.token(token), sum);
  const auto count = static_cast<float>(std::max<std::size_t>(1, end - begin));
  for (float& value : sum) value /= count;
  return sum;
}

// Their mean, each token weighed by how much it tells. Filler weighs next to nothing.
std::vector<float> telling_mean_of_tokens(const TokenStates& states, std::size_t begin,
                                          std::size_t end, const Linear& attend) {
  std::vector<float> logits;
  for (std::size_t token = begin; token < end; ++token)
    logits.push_back(attend(states.token(token)).front());
  const std::vector<double> weights = shares(logits);
  std::vector<float> sum(states.width, 0.0F);
  for (std::size_t token = begin; token < end; ++token) {
    const auto weight = static_cast<float>(weights[token - begin]);
    const auto state = states.token(token);
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * state[i];
  }
  return sum;
}

void make_unit(std::vector<float>& vector) {
  const float length = std::sqrt(dot(vector, vector));
  if (length > 0.0F) {
    for (float& value : vector) value /= length;
  }
}

class EncoderReader final : public Reader {
 public:
  EncoderReader(const Pack& pack, Heads heads, const Encoder& encoder,
                std::unique_ptr<Encoder> owned)
      : pack_(pack),
        heads_(std::move(heads)),
        encoder_(encoder),
        owned_(std::move(owned)),
        echo_(pack) {}

  Status place_indicators(const std::filesystem::path& cache_folder);

  std::string version() const override { return heads_.version; }

  Result<std::vector<ExchangeReading>> read(std::span<const Exchange> exchanges,
                                            const ReadOptions& options) const override {
    std::vector<ExchangeReading> readings;
    readings.reserve(exchanges.size());
    for (std::size_t begin = 0; begin < exchanges.size(); begin += exchanges_at_once) {
      const auto chunk =
          exchanges.subspan(begin, std::min(exchanges_at_once, exchanges.size() - begin));
      const auto total = static_cast<double>(exchanges.size());
      auto read_chunk = read_some(
          chunk,
          [&](double share) {
            if (options.progress)
              options.progress(
                  (static_cast<double>(begin) + share * static_cast<double>(chunk.size())) / total);
          },
          options.parallel);
      if (!read_chunk) return read_chunk.error();
      std::move(read_chunk->begin(), read_chunk->end(), std::back_inserter(readings));
    }
    return readings;
  }

 private:
  Result<std::vector<ExchangeReading>> read_some(std::span<const Exchange> exchanges,
                                                 const std::function<void(double)>& progress,
                                                 std::size_t parallel) const;
  Status check(const Exchange& exchange) const;
  Result<Lexicon> lexicon_of(std::vector<std::string> words) const;
  Tokens question_tokens(const Exchange& exchange, const Lexicon& lexicon) const;
  void cut_windows(std::size_t index, const Exchange& exchange, const Hearing& hearing,
                   const Lexicon& lexicon, std::vector<Window>& windows) const;
  void take(const Window& window, const TokenStates& states, Work& work) const;
  void take_sentences(const Window& window, const TokenStates& states,
                      const std::vector<std::vector<float>>& word_logits, Work& work) const;
  void put_together(Work& work) const;

  const Pack& pack_;
  Heads heads_;
  const Encoder& encoder_;
  std::unique_ptr<Encoder> owned_;  // the same one; empty when it is borrowed
  RubricEcho echo_;
  IndicatorSpace space_;
};

Status EncoderReader::check(const Exchange& exchange) const {
  if (exchange.principle && pack_.find(*exchange.principle) == nullptr) {
    return invalid_input(
        fmt::format("Exchange '{}' asks for the principle '{}', which pack {} {} does not have. "
                    "`barometer pack show {}` lists them.",
                    exchange.id, exchange.principle->value, pack_.id, pack_.version, pack_.id));
  }
  bool valid = !utf8::first_invalid(exchange.answer) && !utf8::first_invalid(exchange.question);
  for (const auto& [question, answer] : exchange.context)
    valid = valid && !utf8::first_invalid(question) && !utf8::first_invalid(answer);
  if (!valid)
    return invalid_input(
        fmt::format("Exchange '{}' is not valid UTF-8. Save the file as UTF-8.", exchange.id));
  return Done{};
}

Result<Lexicon> EncoderReader::lexicon_of(std::vector<std::string> words) const {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const std::vector<std::string_view> views(words.begin(), words.end());
  auto tokens = encoder_.word_tokens(views);
  if (!tokens) return tokens.error();
  Lexicon lexicon;
  for (std::size_t i = 0; i < words.size(); ++i)
    lexicon.emplace_hint(lexicon.end(), std::move(words[i]), std::move((*tokens)[i]));
  return lexicon;
}

Tokens EncoderReader::question_tokens(const Exchange& exchange, const Lexicon& lexicon) const {
  Tokens tokens;
  const auto& context = exchange.context;
  for (std::size_t i = context.size() - std::min(context.size(), context_rounds);
       i < context.size(); ++i) {
    append(tokens, last_of(flat(lexicon, context[i].first), context_question_tokens));
    append(tokens, first_of(flat(lexicon, context[i].second), context_answer_tokens));
  }
  append(tokens, flat(lexicon, exchange.question));
  tokens = last_of(tokens, heads_.max_question + (context.empty() ? 0 : heads_.max_context));
  if (!exchange.principle) return tokens;
  Tokens named = first_of(flat(lexicon, exchange.principle->value), heads_.max_principle);
  append(named, tokens);
  return named;
}

void EncoderReader::cut_windows(std::size_t index, const Exchange& exchange, const Hearing& hearing,
                                const Lexicon& lexicon, std::vector<Window>& windows) const {
  std::size_t total = 0;
  for (const HeardWord& word : hearing.words) total += lexicon.at(word.text).size();
  const std::size_t count =
      std::max<std::size_t>(1, (total + heads_.max_answer - 1) / heads_.max_answer);
  const std::size_t share = (total + count - 1) / count;
  const Tokens question = question_tokens(exchange, lexicon);
  std::size_t word = 0;
  while (word < hearing.words.size()) {
    Window window;
    window.exchange = index;
    window.first_word = word;
    Tokens& ids = window.sequence.ids;
    ids.push_back(encoder_.start_token());
    append(ids, question);
    ids.push_back(encoder_.separator_token());
    const std::size_t answer_begin = ids.size();
    for (; word < hearing.words.size(); ++word) {
      const Tokens& pieces = lexicon.at(hearing.words[word].text);
      const std::size_t used = ids.size() - answer_begin;
      if (used > 0 && (used >= share || used + pieces.size() > heads_.max_answer)) break;
      window.word_begin.push_back(ids.size());
      append(ids, pieces);
    }
    window.word_begin.push_back(ids.size());
    window.end_word = word;
    ids.push_back(encoder_.separator_token());
    window.sequence.types.assign(ids.size(), 1);
    std::fill_n(window.sequence.types.begin(), answer_begin, 0);
    windows.push_back(std::move(window));
  }
}

void EncoderReader::take(const Window& window, const TokenStates& states, Work& work) const {
  const std::size_t begin = window.word_begin.front();
  const std::size_t end = window.word_begin.back();
  std::vector<float> pooled(states.token(0).begin(), states.token(0).end());
  const std::vector<float> mean = mean_of_tokens(states, begin, end);
  pooled.insert(pooled.end(), mean.begin(), mean.end());
  const std::vector<float> telling = telling_mean_of_tokens(states, begin, end, heads_.attend);
  pooled.insert(pooled.end(), telling.begin(), telling.end());

  WindowSignal signal;
  const auto verdict = heads_.verdict(pooled);
  std::copy(verdict.begin(), verdict.end(), signal.beyond_logits.begin());
  std::vector<float> point = heads_.answer_shared(pooled);
  make_unit(point);
  signal.relevance = principle_shares(space_, point, heads_.scale);
  signal.probe = shares(heads_.probe(pooled));
  signal.words = window.end_word - window.first_word;
  work.windows.push_back(std::move(signal));

  std::vector<std::vector<float>> word_logits(window.end_word - window.first_word);
  for (std::size_t i = 0; i < word_logits.size(); ++i) {
    word_logits[i] =
        heads_.token(mean_of_tokens(states, window.word_begin[i], window.word_begin[i + 1]));
    for (std::size_t part = 0; part < star_part_count; ++part)
      work.star_logits[part].push_back(static_cast<double>(word_logits[i][2 + part]));
  }
  take_sentences(window, states, word_logits, work);
}

// A sentence is heard in the window that holds its first word.
void EncoderReader::take_sentences(const Window& window, const TokenStates& states,
                                   const std::vector<std::vector<float>>& word_logits,
                                   Work& work) const {
  for (std::size_t i = 0; i < work.hearing.sentences.size(); ++i) {
    const HeardSentence& sentence = work.hearing.sentences[i];
    if (sentence.first_word >= sentence.end_word || sentence.first_word < window.first_word ||
        sentence.first_word >= window.end_word)
      continue;
    const std::size_t first = sentence.first_word - window.first_word;
    const std::size_t end = std::min(sentence.end_word, window.end_word) - window.first_word;
    SentenceSignal& signal = work.signal.sentences[i];
    signal.heard = true;
    const auto count = static_cast<double>(end - first);
    for (std::size_t word = first; word < end; ++word) {
      signal.for_logit += static_cast<double>(word_logits[word][0]) / count;
      signal.against_logit += static_cast<double>(word_logits[word][1]) / count;
      for (std::size_t part = 0; part < star_part_count; ++part)
        signal.star[part] += static_cast<double>(word_logits[word][2 + part]) / count;
    }
    const std::vector<float> pooled =
        mean_of_tokens(states, window.word_begin[first], window.word_begin[end]);
    signal.mode = most_likely<Mode>(heads_.span_mode(pooled));
    signal.agency = most_likely<Agency>(heads_.span_agency(pooled));
    std::vector<float> point = heads_.span_shared(pooled);
    make_unit(point);
    signal.indicator_share = indicator_shares(space_, point, heads_.scale);
  }
}

// A long answer is as good as its best stretch: the window that goes furthest counts, the others by
// their words.
void EncoderReader::put_together(Work& work) const {
  AnswerSignal& signal = work.signal;
  signal.relevance.assign(pack_.principles.size(), 0.0);
  signal.probe.assign(builtin_probe_kinds.size(), 0.0);
  double total = 0.0;
  for (const WindowSignal& window : work.windows) {
    const double weight =
        static_cast<double>(window.words) * (0.1 + heads_.beyond[1](window.beyond_logits[1]));
    total += weight;
    for (std::size_t step = 0; step < 3; ++step)
      signal.beyond[step] =
          std::max(signal.beyond[step], heads_.beyond[step](window.beyond_logits[step]));
    for (std::size_t i = 0; i < signal.relevance.size(); ++i)
      signal.relevance[i] += weight * window.relevance[i];
    for (std::size_t i = 0; i < signal.probe.size(); ++i)
      signal.probe[i] += weight * window.probe[i];
  }
  for (double& value : signal.relevance) value /= total;
  for (double& value : signal.probe) value /= total;
  for (std::size_t step = 1; step < 3; ++step)
    signal.beyond[step] = std::min(signal.beyond[step], signal.beyond[step - 1]);
  for (std::size_t part = 0; part < star_part_count; ++part) {
    std::vector<double>& logits = work.star_logits[part];
    const std::size_t count = std::min(star_words, logits.size());
    std::partial_sort(logits.begin(), logits.begin() + static_cast<std::ptrdiff_t>(count),
                      logits.end(), std::greater<>());
    const double mean =
        std::accumulate(logits.begin(), logits.begin() + static_cast<std::ptrdiff_t>(count), 0.0) /
        static_cast<double>(count);
    signal.star[part] = 1.0 / (1.0 + std::exp(-mean));
  }
}

Result<std::vector<ExchangeReading>> EncoderReader::read_some(
    std::span<const Exchange> exchanges, const std::function<void(double)>& progress,
    std::size_t parallel) const {
  std::vector<Work> works(exchanges.size());
  std::vector<std::string> words;
  const auto collect = [&words](const std::vector<HeardWord>& heard) {
    for (const HeardWord& word : heard) words.push_back(word.text);
  };
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    if (const auto sound = check(exchanges[i]); !sound) return sound.error();
    works[i].hearing = hear(exchanges[i], echo_);
    works[i].signal.sentences.resize(works[i].hearing.sentences.size());
    if (works[i].hearing.abstention != Abstention::None) continue;
    collect(works[i].hearing.words);
    collect(heard_words(exchanges[i].question));
    if (exchanges[i].principle) collect(heard_words(exchanges[i].principle->value));
    for (const auto& [question, answer] : exchanges[i].context) {
      collect(heard_words(question));
      collect(heard_words(answer));
    }
  }
  const auto lexicon = lexicon_of(std::move(words));
  if (!lexicon) return lexicon.error();

  std::vector<Window> windows;
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    if (works[i].hearing.abstention == Abstention::None)
      cut_windows(i, exchanges[i], works[i].hearing, *lexicon, windows);
  }
  std::vector<TokenSequence> sequences;
  sequences.reserve(windows.size());
  for (Window& window : windows) sequences.push_back(std::move(window.sequence));
  // Windows arrive by length; those of one answer have to be taken in the order of the answer.
  std::vector<std::vector<std::pair<std::size_t, TokenStates>>> waiting(exchanges.size());
  std::vector<std::size_t> expected(exchanges.size(), 0);
  for (const Window& window : windows) ++expected[window.exchange];
  const auto encoded = encoder_.encode(
      sequences,
      [&](std::size_t index, const TokenStates& states) {
        const std::size_t owner = windows[index].exchange;
        if (expected[owner] == 1) {
          take(windows[index], states, works[owner]);
          return;
        }
        waiting[owner].emplace_back(index, states);
        if (waiting[owner].size() < expected[owner]) return;
        std::sort(waiting[owner].begin(), waiting[owner].end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [at, kept] : waiting[owner]) take(windows[at], kept, works[owner]);
        waiting[owner].clear();
      },
      progress, parallel);
  if (!encoded) return encoded.error();

  std::vector<ExchangeReading> readings;
  readings.reserve(exchanges.size());
  for (std::size_t i = 0; i < exchanges.size(); ++i) {
    Work& work = works[i];
    if (work.hearing.abstention != Abstention::None) {
      readings.push_back(abstain(exchanges[i], work.hearing.abstention, pack_));
      continue;
    }
    put_together(work);
    readings.push_back(judge(exchanges[i], work.hearing, work.signal, pack_, space_, heads_));
  }
  return readings;
}

std::uint64_t fingerprint(const Pack& pack, const std::string& version) {
  std::uint64_t hash = 1469598103934665603ULL;  // FNV-1a, 64 bits
  const auto add = [&hash](std::string_view text) {
    for (const char byte : text)
      hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
    hash = (hash ^ 0xFFU) * 1099511628211ULL;
  };
  add(version);
  for (const Principle& principle : pack.principles) {
    add(principle.id.value);
    for (const Indicator& indicator : principle.indicators) add(indicator.text);
  }
  return hash;
}

// Fills the space from the cache, or by the encoder and then the cache. A cache that cannot be
// written is no failure.
Status EncoderReader::place_indicators(const std::filesystem::path& cache_folder) {
  space_.principles = pack_.principles.size();
  std::vector<std::string_view> texts;
  for (std::size_t p = 0; p < pack_.principles.size(); ++p) {
    const Principle& principle = pack_.principles[p];
    for (std::size_t i = 0; i < principle.indicators.size(); ++i) {
      space_.entries.push_back({p, i, principle.indicators[i].polarity, {}});
      texts.push_back(principle.indicators[i].text);
    }
  }
  const std::size_t dimensions = heads_.span_shared.outputs();
  const std::size_t bytes = texts.size() * dimensions * sizeof(float);
  const auto file =
      cache_folder / fmt::format("indicators-{:016x}.bin", fingerprint(pack_, heads_.version));
  if (!cache_folder.empty()) {
    if (const auto cached = read_file(file, bytes); cached && cached->size() == bytes) {
      for (std::size_t i = 0; i < texts.size(); ++i) {
        space_.entries[i].vector.resize(dimensions);
        std::memcpy(space_.entries[i].vector.data(),
                    cached->data() + i * dimensions * sizeof(float), dimensions * sizeof(float));
      }
      return Done{};
    }
  }
  std::vector<std::string> words;
  for (const std::string_view text : texts) {
    for (HeardWord& word : heard_words(text)) words.push_back(std::move(word.text));
  }
  const auto lexicon = lexicon_of(std::move(words));
  if (!lexicon) return lexicon.error();
  std::vector<TokenSequence> sequences;
  for (const std::string_view text : texts) {
    TokenSequence sequence;
    sequence.ids = {encoder_.start_token(), encoder_.separator_token()};
    append(sequence.ids, first_of(flat(*lexicon, text), text_tokens));
    sequence.ids.push_back(encoder_.separator_token());
    sequence.types.assign(sequence.ids.size(), 1);
    sequence.types[0] = sequence.types[1] = 0;
    sequences.push_back(std::move(sequence));
  }
  std::string kept(bytes, '\0');
  const auto encoded =
      encoder_.encode(sequences, [&](std::size_t index, const TokenStates& states) {
        std::vector<float> point =
            heads_.span_shared(mean_of_tokens(states, 2, states.tokens() - 1));
        make_unit(point);
        std::memcpy(kept.data() + index * dimensions * sizeof(float), point.data(),
                    dimensions * sizeof(float));
        space_.entries[index].vector = std::move(point);
      });
  if (!encoded) return encoded.error();
  if (!cache_folder.empty()) static_cast<void>(write_file(file, kept).has_value());
  return Done{};
}

}  // namespace

Result<std::unique_ptr<Reader>> open_encoder_reader(const Pack& pack,
                                                    const EncoderOptions& options) {
  auto heads = load_heads(options.model_folder);
  if (!heads) return heads.error();
  std::filesystem::path cache = options.cache_folder;
  if (!cache.empty()) {
    std::error_code failure;
    std::filesystem::create_directories(cache, failure);
    if (failure) cache.clear();  // read-only home: work without
  }
  auto encoder = open_encoder({options.model_folder, options.library_folder, cache, options.jobs,
                               heads->start_token, heads->separator_token});
  if (!encoder) return encoder.error();
  const Encoder& engine = **encoder;
  auto reader =
      std::make_unique<EncoderReader>(pack, *std::move(heads), engine, *std::move(encoder));
  if (const auto placed = reader->place_indicators(cache); !placed) return placed.error();
  return reader;
}

Result<std::unique_ptr<Reader>> make_encoder_reader(const Pack& pack, const Heads& heads,
                                                    const Encoder& encoder) {
  auto reader = std::make_unique<EncoderReader>(pack, heads, encoder, nullptr);
  if (const auto placed = reader->place_indicators({}); !placed) return placed.error();
  return reader;
}

}  // namespace barometer
