"""A plan of windows -> padded tensors, by indexing into the store.

Shapes: B windows, L pieces, N word slots. Slot 0 of the word axis is [CLS] ("nothing" for links, the root for governors);
the window's first word is slot 1.
"""
import numpy as np
import torch

from .features import CLS, MASK, SEP
from .sampler import CASES, rounded
from .store import AT_ROOT, NO_GOVERNOR

BACKWARD = {"event"}  # links of these kinds choose among earlier words only


def recase(shapes, case):
    """Shape ids as if windows stood in capitals, in lower case or in title case. `case`: a row of CASES for each window."""
    cased = (shapes >= 1) & (shapes <= 5)
    upper, lower, title = (CASES.index(name) for name in ("upper", "lower", "title"))
    shapes = np.where(cased & (case == upper) & (shapes != 4), 3, shapes)
    shapes = np.where(cased & (case == lower), 1, shapes)
    return np.where(cased & (case == title), 2, shapes)


def ranges(low, high):
    """Every integer of every [low, high) -> (row of each, integers)."""
    counts = high - low
    rows = np.repeat(np.arange(len(counts)), counts)
    return rows, np.arange(len(rows)) - np.repeat(np.cumsum(counts) - counts, counts) + np.repeat(low, counts)


class Frame:
    """Where the words and pieces of a batch stand."""

    def __init__(self, store, plan):
        self.first, self.end = plan.first[:, None], plan.end[:, None]
        begin = store["begin"]
        self.base = begin[plan.first][:, None]
        self.lengths = begin[plan.end][:, None] - self.base + 2
        self.length, self.slots = rounded(int(self.lengths.max())), rounded(int((plan.end - plan.first).max()) + 1)
        words = self.first + np.arange(self.slots) - 1
        self.inside = (words >= self.first) & (words < self.end)  # [B, N]: a word, neither [CLS] nor padding
        self.words = np.where(self.inside, words, self.first)

    def slot(self, row, word):
        """Slots of words in windows."""
        return word - self.first[row, 0] + 1

    def holds(self, row, word):
        return (word >= self.first[row, 0]) & (word < self.end[row, 0])


def collate(store, plan, drop=0.0, rng=None):
    """What `arrays` makes, as tensors."""
    return tensors(arrays(store, plan, drop, rng))


def arrays(store, plan, drop=0.0, rng=None):
    """-> dict of arrays: input_ids, shape_ids, quote_ids, attention_mask, membership (bit sets), lexicon (bit sets) [B, L];
    word_index, word_mask [B, N]; labels[head] [B, N] int64 masks; links[kind]: (b, slot, target [K, N], candidate [K, N]);
    arguments: (b, slot, masks [K, N]); sentence [B, N], -1 outside; governor: (b [S], slot [S, N], -1 unknown)."""
    frame = Frame(store, plan)
    out = inputs(store, plan, frame, drop, rng)
    out["labels"] = {h: np.where(frame.inside, store[f"table.{h}"][store[f"codes.{h}"][frame.words]], 0) for h in store.heads}
    found = {kind: links(store, kind, frame) for kind in store.kinds}
    out["links"] = {kind: rows for kind, rows in found.items() if rows}
    out["arguments"] = arguments(store, frame)
    out["sentence"] = np.where(frame.inside, np.searchsorted(store["sentences"], frame.words, "right"), -1)
    out["governor"] = governors(store, frame, out["sentence"])
    return out


def inputs(store, plan, frame, drop, rng):
    place = np.arange(frame.length)
    inner = (place >= 1) & (place < frame.lengths - 1)
    piece = np.where(inner, frame.base + place - 1, frame.base)
    index = store["begin"][frame.words] - frame.base + 1  # the first piece of each word
    # The word slot of each piece: how many words of the window have begun.
    opened = np.zeros((len(index), frame.length), np.int64)
    rows, columns = np.nonzero(frame.inside)
    np.add.at(opened, (rows, index[rows, columns]), 1)
    slot = np.where(inner, np.cumsum(opened, 1), 0)
    at = np.arange(len(slot))[:, None]

    def spread(values):
        """A value per word slot -> per piece, 0 on special pieces."""
        return np.where(inner, values[at, slot], 0)

    ids = np.where(inner, store["pieces"][piece].astype(np.int64), 0)
    if drop:
        ids = np.where(inner & (rng.random(index.shape) < drop)[at, slot], MASK, ids)
    ids[:, 0] = CLS
    ids[np.arange(len(ids)), frame.lengths[:, 0] - 1] = SEP
    case = plan.case[:, None]
    hidden = ((case == CASES.index("lower")) | plan.unlisted[:, None])
    out = {"input_ids": ids, "attention_mask": (place < frame.lengths).astype(np.int64),
           "shape_ids": spread(recase(store["shapes"][frame.words].astype(np.int64), case)),
           "quote_ids": spread(store["quotes"][frame.words].astype(np.int64)),
           "membership": spread(np.where(hidden, 0, store["membership"][frame.words])),
           "word_index": np.where(frame.inside, index, 0), "word_mask": frame.inside | (np.arange(frame.slots) == 0)}
    if "lexicon" in store.arrays:
        out["lexicon"] = spread(np.where(plan.unlisted[:, None], 0, store["lexicon"][frame.words]))
    return out


def anchored(anchors, frame):
    """Items whose word stands in a window -> (window, item)."""
    return ranges(np.searchsorted(anchors, frame.first[:, 0]), np.searchsorted(anchors, frame.end[:, 0]))


def links(store, kind, frame):
    anchors, offsets = store[f"link.{kind}.anchor"], store[f"link.{kind}.offsets"]
    b, item = anchored(anchors, frame)
    if not len(item):
        return None
    slot, rows = frame.slot(b, anchors[item]), np.arange(len(item))
    target = np.zeros((len(item), frame.slots), bool)
    row, value = ranges(offsets[item], offsets[item + 1])
    word = store[f"link.{kind}.targets"][value]
    held = frame.holds(b[row], word)
    target[row[held], frame.slot(b[row], word)[held]] = True
    target[~target.any(1), 0] = True
    candidate = frame.inside[b] & store[f"link.{kind}.candidate"][frame.words[b]]
    if kind in BACKWARD:
        candidate &= np.arange(frame.slots) < slot[:, None]
    candidate[:, 0] = True
    candidate[rows, slot] = target[rows, slot]
    return b, slot, target, candidate


def arguments(store, frame):
    b, item = anchored(store["argument.trigger"], frame)
    if not len(item):
        return None
    masks = np.where(frame.inside[b], store["argument.default"][item][:, None], 0)
    row, value = ranges(store["argument.offsets"][item], store["argument.offsets"][item + 1])
    word = store["argument.words"][value]
    held = frame.holds(b[row], word)
    masks[row[held], frame.slot(b[row], word)[held]] = store["argument.masks"][value][held]
    return b, frame.slot(b, store["argument.trigger"][item]), masks


def governors(store, frame, sentence):
    """Windows in which governors are annotated. A word whose governor is outside its window or sentence is unknown."""
    if "governor" not in store.arrays:
        return None
    steps = np.where(frame.inside, store["governor"][frame.words].astype(np.int64), NO_GOVERNOR)
    (b,) = np.nonzero((steps != NO_GOVERNOR).any(1))
    if not len(b):
        return None
    steps, sentence = steps[b], sentence[b]
    to = np.clip(np.arange(frame.slots) + steps, 0, frame.slots - 1)
    known = (steps != NO_GOVERNOR) & (np.take_along_axis(sentence, to, 1) == sentence)
    return b, np.where(steps == AT_ROOT, 0, np.where(known, to, -1))


def tensors(node):
    """Arrays in dicts and tuples -> tensors."""
    if isinstance(node, np.ndarray):
        return torch.from_numpy(np.ascontiguousarray(node))
    if isinstance(node, dict):
        return {key: tensors(value) for key, value in node.items()}
    return tuple(map(tensors, node)) if isinstance(node, tuple) else node


def move(node, device):
    """Tensors in dicts and tuples -> on the device."""
    if isinstance(node, torch.Tensor):
        return node.to(device, non_blocking=True)
    if isinstance(node, dict):
        return {key: move(value, device) for key, value in node.items()}
    return tuple(move(value, device) for value in node) if isinstance(node, tuple) else node
