"""The common in-memory form of every corpus: one text, its words, and what the corpus says about them."""
import bisect
import dataclasses

from . import features


@dataclasses.dataclass
class Link:
    """Word `anchor` points to one of `targets` (empty: to nothing). `candidates`, when given, limits the choice; it is the
    same for all links of a kind in a document."""
    anchor: int
    targets: tuple
    candidates: tuple | None = None


@dataclasses.dataclass
class Arguments:
    """Slots of the words around one trigger word: [(first word, end word, slot mask)]; other words get `default`."""
    trigger: int
    spans: list
    default: int = 1


ROOT, UNKNOWN = -1, -2  # a word without governor; a word whose governor is not annotated


class Document:
    """`labels[head][word]` is a bit mask over the head's labels (0: not annotated); `links[kind]` is a list of Link;
    `governor[word]` is the word on which a word depends, ROOT or UNKNOWN."""

    def __init__(self, key, corpus, text, published=None):
        self.key, self.corpus, self.text = key, corpus, text
        self.features = features.read(text, published)
        self.spans, self.sentences = self.features.spans, self.features.sentences
        self.words = [text[s:e] for s, e in self.spans]
        self.labels, self.links, self.arguments, self.governor = {}, {}, [], None
        self._starts, self._ends = [s for s, _ in self.spans], [e for _, e in self.spans]

    def locate(self, start, end):
        """(first word, end word) that overlap code points [start, end), or None."""
        first, last = bisect.bisect_right(self._ends, start), bisect.bisect_left(self._starts, end)
        return (first, last) if first < last else None

    def start_labels(self, head, fill):
        self.labels[head] = [fill] * len(self.words)
        return self.labels[head]

    def mark(self, head, span, first, rest):
        """Set a word span's masks; a word that two annotations claim keeps the union."""
        row, free = self.labels[head], {0, 1}
        for i in range(*span):
            mask = first if i == span[0] else rest
            row[i] = mask if row[i] in free or row[i] & 1 else row[i] | mask

    def merge(self, other):
        """Take over the layers of the same text that this document lacks."""
        for head, row in other.labels.items():
            self.labels.setdefault(head, row)
        for kind, links in other.links.items():
            self.links.setdefault(kind, links)
        self.arguments = self.arguments or other.arguments
        self.governor = self.governor or other.governor


STOP = {"of", "in", "at", "from", "who", "that", "which", "for", "to", "on", "with", "by", "and", "or", ",", "(", ";",
        "--", "-", "whose", "where", "when", "whom", "as", "about", "into", "over", "under", "against", ":", "–", "—"}


def head_word(words, span):
    """Head of a mention: the last word before the first preposition, relative or mark; a possessive 's is skipped."""
    first, end = span
    head = first
    for i in range(first, end):
        if i > first and words[i].lower() in STOP:
            break
        if words[i].lower() not in ("'s", "’s", "'", "’", '"', "”", "“"):
            head = i
    return head
