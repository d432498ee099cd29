// The language of a turn, by its script and its commonest words.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "core/utf8.hpp"
#include "interviewer/listening.hpp"

namespace barometer {
namespace {

struct LanguageWords {
  std::string_view code;
  std::unordered_set<std::string_view> words;
};

const std::array<LanguageWords, 9>& languages() {
  static const std::array<LanguageWords, 9> table = {{
      {"de", {"ich",   "und",   "der",   "die",  "das",   "nicht", "wir",  "ist",  "war",
              "ein",   "eine",  "mit",   "habe", "haben", "für",   "auf",  "dass", "den",
              "dem",   "kann",  "sie",   "es",   "zu",    "von",   "auch", "bei",  "mein",
              "meine", "wurde", "hatte", "aber", "wenn",  "einen", "uns"}},
      {"fr", {"je",    "et",    "le",   "la",   "les",   "nous", "est", "un", "une",
              "dans",  "pour",  "pas",  "que",  "qui",   "avec", "mon", "ma", "mes",
              "avons", "était", "suis", "ai",   "sur",   "du",   "des", "ce", "il",
              "elle",  "été",   "mais", "j'ai", "c'est", "au",   "vous"}},
      {"es",
       {"yo",   "el",  "la",    "los", "las", "que",    "de",   "en",       "un",     "una",
        "para", "con", "no",    "es",  "era", "mi",     "mis",  "nosotros", "porque", "pero",
        "por",  "fue", "del",   "al",  "muy", "cuando", "se",   "él",       "ha",     "nunca",
        "está", "sí",  "mucho", "lo",  "y",   "había",  "hice", "tengo",    "equipo", "puedo"}},
      {"pt", {"eu",    "o",   "os",    "as",     "que",   "de",    "em",     "um",  "uma",
              "para",  "com", "não",   "é",      "era",   "meu",   "minha",  "nós", "porque",
              "mas",   "por", "foi",   "do",     "da",    "muito", "quando", "se",  "e",
              "tinha", "fiz", "tenho", "equipe", "posso", "ele",   "ao"}},
      {"it", {"io",      "il",   "lo",    "la",    "gli",   "che",    "di",  "in",  "un",
              "una",     "per",  "con",   "non",   "è",     "era",    "mio", "mia", "noi",
              "perché",  "ma",   "del",   "della", "molto", "quando", "si",  "e",   "ho",
              "abbiamo", "sono", "posso", "stato", "ero",   "alla",   "nel"}},
      {"nl", {"ik",   "en",     "het",  "een",  "niet", "wij", "is",   "was", "met",
              "heb",  "hebben", "voor", "op",   "dat",  "kan", "zij",  "te",  "van",
              "ook",  "bij",    "mijn", "maar", "als",  "ons", "werd", "had", "naar",
              "deze", "toen",   "de",   "er",   "dit",  "aan", "om"}},
      {"pl", {"ja",     "i",    "nie",   "to",    "jest", "był",    "była", "było",   "się",
              "na",     "że",   "w",     "z",     "do",   "mój",    "moja", "my",     "dla",
              "ale",    "jak",  "kiedy", "przez", "po",   "od",     "tym",  "zespół", "miałem",
              "miałam", "mogę", "który", "która", "oraz", "bardzo", "też"}},
      {"tr", {"ben",    "ve",    "bir",   "bu",   "için",  "ile",   "değil", "biz",  "çok",
              "ama",    "de",    "da",    "daha", "sonra", "benim", "bizim", "var",  "yok",
              "olarak", "gibi",  "ne",    "o",    "kadar", "oldu",  "vardı", "ekip", "müşteri",
              "yaptım", "çünkü", "zaman", "her",  "mi",    "en"}},
      {"sv", {"jag",   "och", "det",  "en",    "ett",    "inte",  "vi",   "är",   "var",
              "med",   "har", "för",  "på",    "att",    "kan",   "de",   "till", "av",
              "också", "min", "mitt", "men",   "när",    "oss",   "hade", "som",  "den",
              "om",    "så",  "från", "kunde", "mycket", "efter", "sedan"}},
  }};
  return table;
}

// By the letters: one code per script where most letters are of it.
std::string_view script_language(std::string_view text) {
  std::array<std::size_t, 9> counts{};
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const bool latin = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250);
    letters += latin || c >= 0x370 ? 1U : 0U;
    if (c >= 0x400 && c < 0x530) ++counts[0];
    if ((c >= 0x3040 && c < 0x3100)) ++counts[1];
    if (c >= 0x4E00 && c < 0xA000) ++counts[2];
    if (c >= 0xAC00 && c < 0xD7B0) ++counts[3];
    if (c >= 0x600 && c < 0x780) ++counts[4];
    if (c >= 0x590 && c < 0x600) ++counts[5];
    if (c >= 0x900 && c < 0x980) ++counts[6];
    if (c >= 0x370 && c < 0x400) ++counts[7];
    if (c >= 0xE00 && c < 0xE80) ++counts[8];
  }
  if (letters < 3) return {};
  if (counts[1] > 0 && 2 * (counts[1] + counts[2]) > letters) return "ja";
  static constexpr std::array<std::string_view, 9> codes = {"ru", "ja", "zh", "ko", "ar",
                                                            "he", "hi", "el", "th"};
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (2 * counts[i] > letters) return codes[i];
  }
  return {};
}

}  // namespace

std::string_view foreign_language(const Speech& speech) {
  if (const auto by_script = script_language(speech.text); !by_script.empty()) return by_script;
  if (speech.words.size() < 4) return {};
  std::size_t english = 0;
  for (const SpokenWord& word : speech.words) english += is_function_word(word.text) ? 1U : 0U;
  std::string_view best;
  std::size_t most = 0;
  for (const LanguageWords& language : languages()) {
    const auto hits = static_cast<std::size_t>(
        std::count_if(speech.words.begin(), speech.words.end(), [&](const SpokenWord& word) {
          return language.words.contains(word.text) ||
                 (word.text.find('\'') != std::string::npos &&
                  language.words.contains(word.text.substr(word.text.find('\'') + 1)));
        }));
    if (hits > most) {
      most = hits;
      best = language.code;
    }
  }
  const bool clear = 4 * most >= speech.words.size() && most >= 2 && most >= 2 * english + 1;
  return clear ? best : std::string_view{};
}

}  // namespace barometer
