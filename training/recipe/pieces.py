"""Word pieces and the two per-word input features. Re-implemented in Rust; README, "Input", is the contract."""
import functools
import unicodedata

PAD, UNK, CLS, SEP, MASK = 0, 100, 101, 102, 103
SHAPES = ["special", "lower", "initial", "upper", "single", "mixed", "number", "alphanumeric", "punctuation"]
QUOTES = ["outside", "inside", "mark"]
FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "`": "'", "′": "'",
                      "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "..."})


def load_vocabulary(path):
    with open(path, encoding="utf-8") as lines:
        return {line.rstrip("\n"): i for i, line in enumerate(lines)}


def normalise(word):
    """Fold marks to ASCII, lower-case, decompose, drop combining marks."""
    word = unicodedata.normalize("NFD", word.translate(FOLD).lower())
    return "".join(c for c in word if unicodedata.category(c) != "Mn")


class WordPieces:
    """Greedy longest-match pieces of one word; a piece that continues a run of letters and digits carries ##."""

    def __init__(self, path):
        self.vocabulary = load_vocabulary(path)
        self.pieces = functools.lru_cache(maxsize=200_000)(self._pieces)

    def _pieces(self, word):
        out, run = [], ""
        for c in normalise(word) + " ":
            if c.isalnum():
                run += c
                continue
            if run:
                out += self._run(run)
                run = ""
            if c != " ":
                out.append(self.vocabulary.get(c, UNK))
        return tuple(out[:16]) or (UNK,)

    def _run(self, run):
        out, start = [], 0
        while start < len(run):
            for end in range(len(run), start, -1):
                piece = self.vocabulary.get(("##" if start else "") + run[start:end])
                if piece is not None:
                    break
            else:
                return [UNK]
            out.append(piece)
            start = end
        return out


@functools.lru_cache(maxsize=200_000)
def shape(word):
    """Shape id of one word: index into SHAPES."""
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isnumeric() for c in word)
    if not letters:
        return 6 if digits else 8
    if digits:
        return 7
    upper = sum(c.isupper() for c in letters)
    if upper == 0:
        return 1
    if len(letters) == 1:
        return 4
    if upper == len(letters):
        return 3
    return 2 if upper == 1 and letters[0].isupper() else 5


def quote_flags(words, starts_line):
    """0 outside, 1 inside, 2 on a double quotation mark, per word; the state is reset where a line starts.

    Opening: “ „ «. Closing: ” ». A straight " (or `` or '') toggles. Single marks never count.
    """
    out, inside = [], False
    for i, word in enumerate(words):
        if i in starts_line:
            inside = False
        if word in ("“", "„", "«", "”", "»", '"', "``", "''"):
            inside = True if word in "“„«" else False if word in "”»" else not inside
            out.append(2)
        else:
            out.append(1 if inside else 0)
    return out
