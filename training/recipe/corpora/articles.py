"""Texts of our own with inline marks (see ../../articles/README.md)."""
import os
import re

from .. import labels as L
from ..document import Document
from . import corpus
from .newsroom import add_events

MARK = re.compile(r"\[([^\]|]+)\|(\w+)\]|\{([^}|]+)\|([\w.]+)\|(\w+)(?:\|([^}]*))?\}")
FOLDER = os.path.join(os.path.dirname(__file__), "..", "..", "articles")


def parse(line):
    """One marked paragraph -> Document."""
    text, names, events, end = "", [], [], 0
    for match in MARK.finditer(line):
        name, kind, trigger, event, factuality, roles = match.groups()
        text += line[end:match.start()]
        start = len(text)
        text += name or trigger
        end = match.end()
        if name:
            names.append((start, len(text), kind))
        else:
            pairs = [pair.split("=", 1) for pair in (roles or "").split(";") if pair]
            events.append({"type": event, "trigger_span": [start, len(text)], "factuality": factuality,
                           "place": next((t for r, t in pairs if r == "place"), None),
                           "args": [{"role": r, "text": t} for r, t in pairs if r != "place"]})
    text += line[end:]
    document = Document(text[:40], "articles", text)
    document.start_labels("names", L.OUTSIDE)
    for start, stop, kind in names:
        document.mark("names", document.locate(start, stop), *L.name_bits([kind]))
    add_events(document, events)
    return document


@corpus("articles", "open", 10)
def read(data, classes):
    for file in sorted(os.listdir(FOLDER)):
        if file.endswith(".txt"):
            with open(os.path.join(FOLDER, file), encoding="utf-8") as lines:
                yield from (parse(line.strip()) for line in lines if line.strip() and not line.startswith("#"))
