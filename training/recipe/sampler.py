"""Which windows are read when: documents are cut into windows of whole sentences, and windows drawn into batches."""
import dataclasses
import random

import numpy as np

CASES = ["", "upper", "lower", "title"]  # casing noise


@dataclasses.dataclass
class Plan:
    """The windows of one batch: words [first, end) of the store, a row of CASES, and whether the input's bits are hidden
    ("as if no table knew any of its words")."""
    first: np.ndarray
    end: np.ndarray
    case: np.ndarray
    unlisted: np.ndarray
    pool: int = 0   # where the batch stands in the sampler's stream
    place: int = 0

    @classmethod
    def of(cls, windows):
        """Windows as they stand, without noise."""
        first, end = np.array(windows, np.int64).reshape(-1, 2).T
        return cls(first, end, np.zeros(len(first), np.int8), np.zeros(len(first), bool))


def windows(begin, bounds, limit, skip=0):
    """Whole sentences, as many as fit into `limit` pieces; a longer sentence is cut between words. The first window holds
    `skip` sentences fewer, so that passes differ. `begin`: first piece of every word; `bounds`: sentence starts and the end.
    -> [(first word, end word)]"""
    bounds, places = bounds.tolist(), begin[bounds].tolist()
    out, first, at, i, budget = [], bounds[0], places[0], 0, limit - 2
    room = max(budget // (skip + 1), 16) if skip else budget
    while first < bounds[-1]:
        end = first
        while i + 1 < len(bounds) and places[i + 1] - at <= room:
            i += 1
            end = bounds[i]
        if end == first:  # one sentence is longer than the window
            stop = bounds[i + 1]
            end = min(max(int(np.searchsorted(begin, at + budget, "right")) - 1, first + 1), stop)
            if end == stop:
                i += 1
        out.append((first, end))
        first, at, room = end, int(begin[end]), budget
    return out


def rounded(length):
    """Few distinct shapes: a CPU's matrix code is compiled anew for every shape it meets."""
    return -(-length // 16) * 16


class Sampler:
    """Endless stream of batches, the same for the same seed. Corpora are drawn by wanted passes x size; noisy ones fade out
    as progress goes to 1. `state` and `restore` let a run go on where another stopped.

    `entries`: {corpus: passes, lengths, noisy}, as the registry of corpora has them.
    """

    def __init__(self, store, entries, seed, batch_pieces=3072, noise=0.12, pool_batches=24):
        self.store, self.entries, self.batch_pieces, self.noise, self.pool_batches = store, entries, batch_pieces, noise, pool_batches
        self.random = random.Random(seed)
        self.names = [n for n in store.corpora if n in entries and entries[n].passes > 0 and store.pieces(n)]
        self.queues, self.used, self.pools = {n: [] for n in self.names}, dict.fromkeys(self.names, 0), 0
        self.begin = np.asarray(store["begin"])
        self.mean = {n: self.mean_length(n) for n in self.names}

    def mean_length(self, name):
        """Mean window length of a corpus, in pieces."""
        first, end = self.store.corpora[name]
        limit = int(np.mean(self.entries[name].lengths))
        cut = [w for d in range(first, min(end, first + 60)) for w in windows(self.begin, self.store.bounds(d), limit)]
        return float(np.mean([self.begin[b] - self.begin[a] + 2 for a, b in cut]))

    def refill(self, name):
        first, end = self.store.corpora[name]
        queue = []
        for document in range(first, end):
            queue += windows(self.begin, self.store.bounds(document), self.random.choice(self.entries[name].lengths), self.random.randint(0, 2))
        self.random.shuffle(queue)
        self.queues[name] = queue

    def pool(self, progress):
        """[(length, first word, end word)] for `pool_batches` batches."""
        share = [self.entries[n].passes * self.store.pieces(n) / self.mean[n] * (max(0.0, 1.6 * (1 - progress)) if self.entries[n].noisy else 1.0)
                 for n in self.names]
        out, size = [], 0
        while size < self.pool_batches * self.batch_pieces:
            for name in self.random.choices(self.names, share, k=16):
                if not self.queues[name]:
                    self.refill(name)
                first, end = self.queues[name].pop()
                length = int(self.begin[end] - self.begin[first]) + 2
                self.used[name] += length
                out.append((length, first, end))
                size += length
        return out

    def batches(self, progress):
        """A pool cut into batches of similar length, in random order -> [Plan]."""
        windows, out = sorted(self.pool(progress), key=lambda w: -w[0]), []
        while windows:
            rows = max(1, self.batch_pieces // rounded(windows[0][0]))
            out.append(windows[:rows])
            windows = windows[rows:]
        out = out[:-1] or out  # the last, incomplete batch is dropped
        self.random.shuffle(out)
        plans = [self.plan(rows, place) for place, rows in enumerate(out)]
        self.pools += 1
        return plans

    def plan(self, rows, place):
        weights = [1 - self.noise, self.noise * .4, self.noise * .35, self.noise * .25]
        case = np.array(self.random.choices(range(len(CASES)), weights, k=len(rows)), np.int8)
        unlisted = np.array([self.random.random() < self.noise for _ in rows])
        _, first, end = np.array(rows, np.int64).T
        return Plan(first, end, case, unlisted, self.pools, place)

    def state(self):
        return {"random": self.random.getstate(), "queues": {n: list(q) for n, q in self.queues.items()}, "used": dict(self.used), "pools": self.pools}

    def restore(self, state):
        self.random.setstate(state["random"])
        self.queues, self.used, self.pools = {n: list(q) for n, q in state["queues"].items()}, dict(state["used"]), state["pools"]
