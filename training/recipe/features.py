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

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
BINARY = os.path.join(ROOT, "target", "release", "xtask")


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


class Reader:
    """The service's reading of texts, as a process that answers line by line."""

    def __init__(self, vocabulary):
        if not os.path.exists(BINARY):
            subprocess.run(["cargo", "build", "--release", "--locked", "-p", "xtask"], cwd=ROOT, check=True)
        self.process = subprocess.Popen([BINARY, "features", "--vocabulary", vocabulary], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def read(self, text):
        self.process.stdin.write(json.dumps({"text": text}).encode() + b"\n")
        self.process.stdin.flush()
        row = json.loads(self.process.stdout.readline())
        return Features([tuple(s) for s in row["spans"]], row["sentences"], row["paragraphs"], np.array(row["pieces"], np.int32),
                        np.array(row["begin"], np.int64), np.array(row["shapes"], np.int8), np.array(row["quotation"], np.int8),
                        np.array(row["membership"], np.uint64))


reader = None


def start(vocabulary):
    """Starts the reader that every Document uses. `vocabulary`: path of vocab.txt."""
    global reader
    reader = Reader(vocabulary)


def read(text):
    return reader.read(text)
