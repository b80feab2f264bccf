"""What the service sees of a text: its tokens, sentences and paragraphs, their word pieces, and the input features.

All of it is read by the service's own code, `cargo xtask features`, so that training and service cannot differ.
"""
import dataclasses
import json
import os
import subprocess

import numpy as np

CLS, SEP, MASK = 101, 102, 103
SHAPES = ["special", "lower", "initial", "upper", "single", "mixed", "number", "alphanumeric", "punctuation"]
QUOTES = ["outside", "inside", "mark"]
MEMBERSHIP_BITS = 50  # crates/encoder/src/membership.rs
LEXICON_BITS = 64     # room in the lexicon's bit sets

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BINARY = os.environ.get("DATELINE_XTASK") or os.path.join(ROOT, "target", "release", "xtask")


@dataclasses.dataclass
class Features:
    """Offsets are code points, half-open."""
    spans: list             # (start, end) of every token
    sentences: list         # tokens at which a sentence starts
    paragraphs: list        # tokens at which a paragraph starts
    pieces: np.ndarray      # [P] piece ids of all tokens in a row
    begin: np.ndarray       # [tokens + 1] offset of each token's first piece
    shapes: np.ndarray      # [tokens] rows of SHAPES
    quotes: np.ndarray      # [tokens] rows of QUOTES
    membership: np.ndarray  # [tokens] bits of the name tables
    times: list             # (start, end, TIMEX3 value) of every time expression that has a value
    lexicon: np.ndarray | None = None  # [tokens] bits of the lexicon, where the service has one


class Reader:
    """The service's reading of texts, as a process that answers line by line."""

    def __init__(self, vocabulary):
        if not os.path.exists(BINARY):
            subprocess.run(["cargo", "build", "--release", "--locked", "-p", "xtask"], cwd=ROOT, check=True)
        self.process = subprocess.Popen([BINARY, "features", "--vocabulary", vocabulary], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def read(self, text, published=None):
        self.process.stdin.write(json.dumps({"text": text, "published": published}).encode() + b"\n")
        self.process.stdin.flush()
        row = json.loads(self.process.stdout.readline())
        return Features([tuple(s) for s in row["spans"]], row["sentences"], row["paragraphs"], np.array(row["pieces"], np.int32),
                        np.array(row["begin"], np.int64), np.array(row["shapes"], np.int8), np.array(row["quotation"], np.int8),
                        np.array(row["membership"], np.uint64), [tuple(t) for t in row.get("times", [])],
                        np.array(row["lexicon"], np.uint64) if "lexicon" in row else None)


reader = None


def start(vocabulary):
    """Starts the reader that every Document uses. `vocabulary`: path of vocab.txt. The program is `cargo xtask`, or what
    DATELINE_XTASK names."""
    global reader
    reader = Reader(vocabulary)


def read(text, published=None):
    return reader.read(text, published)
