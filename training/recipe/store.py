"""Documents as arrays, so that a run starts at once and batches are cut by indexing: on disk a folder of .npy files, in
memory maps of them.

Words of all documents stand in a row, and so do their pieces; an index of a word counts from the store's first word.
Masks of a head are `codes` into the few distinct ones, its `table`. Lists of varying length are `offsets` and values.
"""
import hashlib
import json
import os

import numpy as np

from . import features
from .document import ROOT, UNKNOWN
from .labels import ANY_SLOT, TAGGERS

NO_GOVERNOR, AT_ROOT = 0, 32767  # in `governor`, which else holds the distance to the governing word


class Store:
    """`arrays`: {name: array}; `corpora`: {name: (first document, end document)}; `lexicon_bits`: width of the lexicon's bits."""

    def __init__(self, arrays, corpora, lexicon_bits):
        self.arrays, self.corpora, self.lexicon_bits = arrays, corpora, lexicon_bits
        self.kinds = sorted(name.split(".")[1] for name in arrays if name.startswith("link.") and name.endswith(".anchor"))
        self.heads = sorted(name.split(".")[1] for name in arrays if name.startswith("codes."))

    def __getitem__(self, name):
        return self.arrays[name]

    def bounds(self, document):
        """Words at which the sentences of a document start, and its end."""
        first, end = self["documents"][document:document + 2]
        low, high = np.searchsorted(self["sentences"], (first, end))
        return np.append(self["sentences"][low:high], end)

    def pieces(self, corpus):
        first, end = self["documents"][list(self.corpora[corpus])]
        return int(self["begin"][end] - self["begin"][first])

    def save(self, folder):
        os.makedirs(folder, exist_ok=True)
        for name, array in self.arrays.items():
            np.save(os.path.join(folder, f"{name}.npy"), array)
        with open(os.path.join(folder, "store.json"), "w", encoding="utf-8") as file:
            json.dump({"corpora": self.corpora, "lexicon_bits": self.lexicon_bits, "arrays": sorted(self.arrays)}, file)

    @classmethod
    def load(cls, folder):
        with open(os.path.join(folder, "store.json"), encoding="utf-8") as file:
            about = json.load(file)
        arrays = {name: np.load(os.path.join(folder, f"{name}.npy"), mmap_mode="r") for name in about["arrays"]}
        return cls(arrays, about["corpora"], about["lexicon_bits"])


def lists(rows, kind):
    """Lists in a row: (offsets, values)."""
    offsets = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int64)
    return offsets, np.array([value for row in rows for value in row], kind)


def pack(documents, lexicon_bits=0):
    """{corpus: [Document]} -> Store. `lexicon_bits`: width of the lexicon's bits, where the reader gives any."""
    flat = [d for rows in documents.values() for d in rows]
    counts = np.cumsum([0] + [len(rows) for rows in documents.values()]).tolist()
    corpora = {name: (counts[i], counts[i + 1]) for i, name in enumerate(documents)}
    starts = np.concatenate([[0], np.cumsum([len(d.words) for d in flat])]).astype(np.int64)
    arrays = {"documents": starts} | word_arrays(flat, starts)
    if any(d.features.lexicon is not None for d in flat):
        arrays["lexicon"] = joined([d.features.lexicon for d in flat], np.uint64).view(np.int64)
        lexicon_bits = lexicon_bits or features.LEXICON_BITS
    for head in TAGGERS:
        if any(head in d.labels for d in flat):
            masks = joined([d.labels.get(head) or np.zeros(len(d.words), np.int64) for d in flat], np.int64)
            table, codes = np.unique(np.append(masks, 0), return_inverse=True)
            arrays[f"table.{head}"] = table
            arrays[f"codes.{head}"] = codes[:-1].astype(np.uint8 if len(table) < 256 else np.uint16)
    if any(d.governor for d in flat):
        arrays["governor"] = joined([relative(d) for d in flat], np.int16)
    for kind in sorted({kind for d in flat for kind in d.links}):
        arrays |= link_arrays(kind, flat, starts)
    return Store(arrays | argument_arrays(flat, starts), corpora, lexicon_bits if "lexicon" in arrays else 0)


def joined(parts, kind):
    return np.concatenate([np.asarray(part, kind) for part in parts] or [np.zeros(0, kind)])


def word_arrays(flat, starts):
    pieces = np.concatenate([[0], np.cumsum([len(d.features.pieces) for d in flat])]).astype(np.int64)
    begin = joined([d.features.begin[:-1] + at for d, at in zip(flat, pieces)], np.int64)
    return {"begin": np.append(begin, pieces[-1]), "pieces": joined([d.features.pieces for d in flat], np.uint16),
            "sentences": joined([np.array(d.sentences, np.int64) + at for d, at in zip(flat, starts)], np.int64),
            "shapes": joined([d.features.shapes for d in flat], np.uint8), "quotes": joined([d.features.quotes for d in flat], np.uint8),
            "membership": joined([d.features.membership for d in flat], np.uint64).view(np.int64)}


def relative(document):
    """Distance from each word to its governor."""
    if not document.governor:
        return np.zeros(len(document.words), np.int16)
    return [AT_ROOT if to == ROOT else NO_GOVERNOR if to == UNKNOWN or abs(to - i) >= AT_ROOT else to - i for i, to in enumerate(document.governor)]


def link_arrays(kind, flat, starts):
    """`candidate`: words that links of this kind may choose; all words of documents that do not limit the choice."""
    anchors, targets, candidate = [], [], np.zeros(starts[-1], bool)
    for document, at in zip(flat, starts):
        rows = sorted(document.links.get(kind, ()), key=lambda row: row.anchor)
        for row in rows:
            anchors.append(row.anchor + at)
            targets.append([t + at for t in row.targets])
        if rows and rows[0].candidates is not None:
            candidate[[c + at for c in rows[0].candidates]] = True
        elif rows:
            candidate[at:at + len(document.words)] = True
    offsets, values = lists(targets, np.int64)
    return {f"link.{kind}.anchor": np.array(anchors, np.int64), f"link.{kind}.offsets": offsets, f"link.{kind}.targets": values,
            f"link.{kind}.candidate": candidate}


def argument_arrays(flat, starts):
    """Per trigger the words that do not have its default mask, each once."""
    triggers, defaults, words, masks = [], [], [], []
    for document, at in zip(flat, starts):
        for item in sorted(document.arguments, key=lambda a: a.trigger):
            row = {}
            for first, end, mask in item.spans:
                for word in range(first, end):
                    row[word] = row.get(word, 0) | mask
            row = {word: 0 if mask == ANY_SLOT else mask for word, mask in row.items()}
            triggers.append(item.trigger + at)
            defaults.append(0 if item.default == ANY_SLOT else item.default)
            words.append([word + at for word in row])
            masks.append(list(row.values()))
    offsets, values = lists(words, np.int64)
    return {"argument.trigger": np.array(triggers, np.int64), "argument.default": np.array(defaults, np.int64),
            "argument.offsets": offsets, "argument.words": values, "argument.masks": lists(masks, np.int64)[1]}


def sha256(path):
    """Of a file's contents, as hexadecimal digits."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fingerprint(paths):
    """Hash of files' contents, in order: what a kept store depends on."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{os.path.basename(path)} {sha256(path)}\n".encode())
    return digest.hexdigest()[:16]
