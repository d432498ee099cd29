"""Words to token ids, with the place of every word kept."""
from words import words

MAX_QUESTION = 64   # tokens of earlier exchanges and question, the last ones
MAX_PRINCIPLE = 12  # tokens of the principle's name
MAX_ANSWER = 288    # tokens of the answer in one window


class WordTokens:
    """WordPiece of single words: the same ids as for the whole text, since words are cut before pieces are."""

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.known = {}
        self.cls, self.sep, self.pad = tokenizer.cls_token_id, tokenizer.sep_token_id, tokenizer.pad_token_id or 0

    def ids(self, word):
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False)[:8]
        return self.known[word]

    def flat(self, text):
        return [i for word, _, _ in words(text) for i in self.ids(word)]

    def exchange(self, question, context, answer, principle=""):
        """ids, types, answer_begin, word places [(first token, one past, begin, end)] of the window's answer words

        principle: the name of the one the exchange is judged for, "" where nobody named one.
        """
        before = []
        for earlier_question, earlier_answer in context[-2:]:
            before += self.flat(earlier_question)[-24:] + self.flat(earlier_answer)[:48]
        head = (before + self.flat(question))[-MAX_QUESTION - (48 if context else 0):]
        ids = [self.cls, *self.flat(principle)[:MAX_PRINCIPLE], *head, self.sep]
        answer_begin = len(ids)
        places = []
        for word, begin, end in words(answer):
            pieces = self.ids(word)
            if len(ids) - answer_begin + len(pieces) > MAX_ANSWER:
                break
            places.append((len(ids), len(ids) + len(pieces), begin, end))
            ids += pieces
        answer_end = len(ids)
        ids.append(self.sep)
        types = [0] * answer_begin + [1] * (len(ids) - answer_begin)
        return ids, types, answer_begin, answer_end, places

    def plain(self, text):
        """An indicator or principle text, seen as an answer without a question."""
        ids = [self.cls, self.sep, *self.flat(text)[:96], self.sep]
        return ids, [0, 0] + [1] * (len(ids) - 2), 2, len(ids) - 1
