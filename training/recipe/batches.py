"""Documents -> windows of whole sentences -> padded batches of tensors.

Shapes: B windows, L pieces, N + 1 = L word slots. Slot 0 of the word axis is [CLS] ("nothing" for links); word i is slot i + 1.
"""
import dataclasses
import random

import numpy as np
import torch

from .document import Document
from .labels import ANY_SLOT
from .features import CLS, MASK, MEMBERSHIP_BITS, SEP


@dataclasses.dataclass
class Window:
    document: Document
    first: int           # first word
    end: int             # end word
    case: str = ""       # "", "upper", "lower" or "title": casing noise
    unlisted: bool = False  # as if no table knew any of its names

    @property
    def length(self):
        begin = self.document.features.begin
        return int(begin[self.end] - begin[self.first]) + 2


def windows(document, limit, skip=0):
    """Whole sentences, as many as fit into `limit` pieces; a longer sentence is cut between words. The first window
    holds `skip` sentences fewer, so that passes differ."""
    begin, out, bounds = document.features.begin, [], document.sentences + [len(document.words)]
    first = i = 0
    budget = limit - 2
    room = budget if not skip else max(budget // (skip + 1), 16)
    while first < bounds[-1]:
        end = first
        while i + 1 < len(bounds) and begin[bounds[i + 1]] - begin[first] <= room:
            i += 1
            end = bounds[i]
        if end == first:  # one sentence is longer than the window
            stop = bounds[i + 1]
            while end < stop and begin[end + 1] - begin[first] <= budget:
                end += 1
            end = max(end, first + 1)
            if end == stop:
                i += 1
        out.append(Window(document, first, end))
        first, room = end, budget
    return out


def recase(shapes, case):
    """Shape ids as if the window stood in capitals, in lower case or in title case."""
    cased = np.isin(shapes, (1, 2, 3, 4, 5))
    if case == "upper":
        return np.where(cased, np.where(shapes == 4, 4, 3), shapes)
    return np.where(cased, 1 if case == "lower" else 2, shapes)


def size(documents):
    """Pieces of a corpus."""
    return sum(len(d.features.pieces) for d in documents)


class Sampler:
    """Endless stream of batches. Corpora are drawn by wanted passes x size; noisy ones fade out as progress goes to 1."""

    def __init__(self, documents, entries, seed, batch_pieces=3072, noise=0.12):
        self.random = random.Random(seed)
        self.documents = {n: d for n, d in documents.items() if d}
        self.entries, self.batch_pieces, self.noise = entries, batch_pieces, noise
        self.wanted = {n: entries[n].passes * size(d) for n, d in self.documents.items()}
        self.queues = {n: [] for n in self.documents}
        self.used = dict.fromkeys(self.documents, 0)

    def next_window(self, progress):
        # Each pass draws one corpus in proportion to its wanted share of pieces, then takes its next window.
        names = list(self.documents)
        weights = [self.wanted[n] * (max(0.0, 1.6 * (1 - progress)) if self.entries[n].noisy else 1.0) / self.mean(n) for n in names]
        name = self.random.choices(names, weights)[0]
        if not self.queues[name]:
            for item in self.documents[name]:
                limit = self.random.choice(self.entries[name].lengths)
                self.queues[name] += windows(item, limit, self.random.randint(0, 2))
            self.random.shuffle(self.queues[name])
        window = self.queues[name].pop()
        window.case = self.random.choices(["", "upper", "lower", "title"], [1 - self.noise, self.noise * .4, self.noise * .35, self.noise * .25])[0]
        window.unlisted = self.random.random() < self.noise
        self.used[name] += window.length
        return window

    def mean(self, name):
        """Mean window length of a corpus, in pieces."""
        if not hasattr(self, "_mean"):
            self._mean = {n: np.mean([w.length for e in d[:60] for w in windows(e, int(np.mean(self.entries[n].lengths)))]) for n, d in self.documents.items()}
        return self._mean[name]

    def batches(self, progress):
        """A pool of windows cut into batches of similar length, in random order."""
        pool, size = [], 0
        while size < 24 * self.batch_pieces:
            window = self.next_window(progress)
            pool.append(window)
            size += window.length
        pool.sort(key=lambda w: -w.length)
        out = []
        while pool:
            rows = max(1, self.batch_pieces // rounded(pool[0].length))
            out.append(pool[:rows])
            pool = pool[rows:]
        out.pop()
        self.random.shuffle(out)  # the last, incomplete batch was dropped
        return out


def rounded(length):
    """Few distinct shapes: a CPU's matrix code is compiled anew for every shape it meets."""
    return -(-length // 16) * 16


def collate(batch, heads, drop=0.0, rng=None):
    """-> dict of tensors: input_ids, shape_ids, quote_ids, attention_mask [B, L]; membership [B, L, bits]; word_index, word_mask [B, N + 1];
    labels[head] [B, N + 1] int64 masks; links[kind]: rows (b, slot, target [N + 1], candidate [N + 1]); arguments alike."""
    length = slots = rounded(max(w.length for w in batch))
    grid = {k: np.zeros((len(batch), length), np.int64) for k in ("input_ids", "shape_ids", "quote_ids", "attention_mask")}
    membership = np.zeros((len(batch), length), np.uint64)
    index, mask = np.zeros((len(batch), slots), np.int64), np.zeros((len(batch), slots), bool)
    labels = {h: np.zeros((len(batch), slots), np.int64) for h in heads}
    links, arguments = {}, []
    for b, w in enumerate(batch):
        d, e = w.document, w.document.features
        lo, hi, n = e.begin[w.first], e.begin[w.end], w.length
        counts = np.diff(e.begin[w.first:w.end + 1])
        shapes = e.shapes[w.first:w.end]
        shapes = recase(shapes, w.case) if w.case else shapes
        ids = e.pieces[lo:hi]
        if drop:
            hidden = np.repeat(rng.random(len(counts)) < drop, counts)
            ids = np.where(hidden, MASK, ids)
        grid["input_ids"][b, :n] = np.concatenate([[CLS], ids, [SEP]])
        grid["shape_ids"][b, 1:n - 1] = np.repeat(shapes, counts)
        grid["quote_ids"][b, 1:n - 1] = np.repeat(e.quotes[w.first:w.end], counts)
        if w.case != "lower" and not w.unlisted:
            membership[b, 1:n - 1] = np.repeat(e.membership[w.first:w.end], counts)
        grid["attention_mask"][b, :n] = 1
        words = w.end - w.first
        index[b, 1:words + 1] = e.begin[w.first:w.end] - lo + 1
        mask[b, :words + 1] = True
        for head in heads:
            if head in d.labels:
                labels[head][b, 1:words + 1] = d.labels[head][w.first:w.end]
        for kind, rows in d.links.items():
            for link in rows:
                if w.first <= link.anchor < w.end:
                    links.setdefault(kind, []).append(link_row(b, link, w, slots, words))
        for item in d.arguments:
            if w.first <= item.trigger < w.end:
                row = np.zeros(slots, np.int64)
                row[1:words + 1] = item.default
                for start, end, slot in item.spans:
                    start, end = max(start, w.first) - w.first + 1, min(end, w.end) - w.first + 1
                    row[start:end] = np.where(row[start:end] == item.default, slot, row[start:end] | slot)
                arguments.append((b, item.trigger - w.first + 1, np.where(row == ANY_SLOT, 0, row)))
    out = {k: torch.from_numpy(v) for k, v in grid.items()}
    out["membership"] = torch.from_numpy((membership[..., None] >> np.arange(MEMBERSHIP_BITS, dtype=np.uint64) & np.uint64(1)).astype(np.float32))
    out |= {"word_index": torch.from_numpy(index), "word_mask": torch.from_numpy(mask)}
    out["labels"] = {h: torch.from_numpy(v) for h, v in labels.items()}
    out["links"] = {k: stack(v) for k, v in links.items()}
    out["arguments"] = stack(arguments) if arguments else None
    return out


def link_row(b, link, w, slots, words):
    target, candidate = np.zeros(slots, bool), np.zeros(slots, bool)
    for t in link.targets:
        if w.first <= t < w.end:
            target[t - w.first + 1] = True
    if not target.any():
        target[0] = True
    if link.candidates is None:
        candidate[:words + 1] = True
    else:
        candidate[[c - w.first + 1 for c in link.candidates if w.first <= c < w.end]] = True
        candidate[0] = True
    anchor = link.anchor - w.first + 1
    candidate[anchor] = target[anchor]
    return b, anchor, target, candidate


def stack(rows):
    return tuple(torch.from_numpy(np.array(column)) for column in zip(*rows))
