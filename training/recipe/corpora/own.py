"""Whole articles of our own, each a text and its annotation in one file (see ../../articles/README.md).

    python -m recipe.corpora.own FILE ...     checks files: every span is found, every type and role is known
"""
import os
import re
import sys

from .. import labels as L
from . import corpus
from .newsroom import convert, description_nouns

FOLDER = os.path.join(os.path.dirname(__file__), "..", "..", "articles")
KINDS = ("direct", "mixed", "indirect")


class Wrong(Exception):
    """An annotation that its text does not bear out; says which line."""


def parse(content, key):
    """One file -> a row in the form of newsroom/train.jsonl."""
    head, _, rest = content.partition("\n\n")
    text, mark, notes = rest.partition("\n====\n")
    if not mark or not head.startswith("published:"):
        raise Wrong(f"{key}: expected 'published:', an empty line, the text, '====' and the annotation")
    text = text.strip()
    row = {"id": key, "class": "open", "text": text, "published_at": head.partition(":")[2].strip() or None,
           "entities": [], "quotes": [], "events": [], "nominals": None}
    for number, block in blocks(notes):
        try:
            read(block, text, row)
        except Wrong as problem:
            raise Wrong(f"{key}: {block[0]!r} (annotation line {number}): {problem}") from None
    return row


def blocks(notes):
    """A line and the indented lines that follow it."""
    out = []
    for number, line in enumerate(notes.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line[0].isspace() and out:
            out[-1][1].append(line.strip())
        else:
            out.append((number, [line.strip()]))
    return out


def read(block, text, row):
    kind, *words = block[0].split()
    fields = [line.split(None, 1) for line in block[1:]]
    if any(len(field) != 2 for field in fields):
        raise Wrong("a field without a value")
    if kind == "event" and len(words) == 2 and words[0] in L.ROLES and words[1] in L.FACTUALITY:
        row["events"].append(event(words[0], words[1], fields, text))
    elif kind in L.NAME_TYPES:
        names = [name.strip() for name in block[0].split(None, 1)[1].split("=")]
        for name in names:
            if name not in text:
                raise Wrong(f"no {name!r} in the text")
        row["entities"].append({"name": names[0], "type": kind, "aliases": names})
    elif kind == "nominal":
        span, _, entity = block[0].removeprefix("nominal").strip().rpartition(" = ")
        if not any(entity == known["name"] for known in row["entities"]):
            raise Wrong(f"no entity is called {entity!r}")
        row["nominals"] = [*(row["nominals"] or ()), {"span": locate(span, text), "entity": entity}]
    elif kind == "quote" and words and words[0] in KINDS:
        row["quotes"].append(quote(words[0], fields, text))
    else:
        raise Wrong("neither an entity type, nor 'nominal', nor 'quote direct|mixed|indirect', nor 'event TYPE FACTUALITY'")


def quote(kind, fields, text):
    out = {"kind": kind, "content_spans": [], "cue_span": None, "source_span": None, "speaker": None}
    for name, value in fields:
        if name == "content":
            out["content_spans"].append(locate(value, text))
        elif name in ("cue", "source"):
            out[f"{name}_span"] = locate(value, text)
        elif name == "speaker":
            out["speaker"] = value
        else:
            raise Wrong(f"a quote has no field {name!r}")
    if not out["content_spans"]:
        raise Wrong("a quote without content")
    return out


def event(kind, factuality, fields, text):
    out = {"type": kind, "factuality": factuality, "trigger_span": None, "date": None, "place": None, "ref": None, "args": []}
    for name, value in fields:
        if name == "trigger":
            out["trigger_span"] = locate(value, text)
        elif name in ("date", "ref"):
            out[name] = value
        elif name == "place" or name in L.ROLES[kind]:
            if value.lower() not in text.lower():
                raise Wrong(f"no {value!r} in the text")
            if name == "place":
                out["place"] = value
            else:
                out["args"].append({"role": name, "text": value, "entity": None})
        else:
            raise Wrong(f"{kind} has no role {name!r}; it has {', '.join(L.ROLES[kind])}, place, date, ref")
    if not out["trigger_span"]:
        raise Wrong("an event without trigger")
    return out


def locate(marked, text):
    """`before [span] after` -> [start, end] of the span; " ... " inside the brackets stands for any text of one line."""
    match = re.fullmatch(r"(.*?)\[(.*)\](.*)", marked)
    if not match:
        raise Wrong(f"no [span] in {marked!r}")
    before, span, after = match.groups()
    inner = "[^\n]*?".join(re.escape(part) for part in span.split(" ... "))
    edge = lambda part: r"\b" if part and (part[0].isalnum() and part[-1].isalnum()) else ""  # noqa: E731
    pattern = re.escape(before) + (edge(span) if not before else "") + f"({inner})" + (edge(span) if not after else "") + re.escape(after)
    hits = list(re.finditer(pattern, text))
    if len(hits) != 1:
        raise Wrong(f"{marked!r} is found {len(hits)} times: give more context around the brackets" if hits else f"{marked!r} is not in the text")
    return list(hits[0].span(1))


def rows():
    for file in sorted(os.listdir(FOLDER)):
        if file.endswith(".article"):
            with open(os.path.join(FOLDER, file), encoding="utf-8") as content:
                yield parse(content.read(), file.removesuffix(".article"))


@corpus("own", "open", 12)
def own(data, classes):
    articles = list(rows())
    nouns = description_nouns(articles)
    for row in articles:
        yield convert(row, nouns)


def main():
    failed = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as content:
            try:
                row = parse(content.read(), os.path.basename(path))
                print(f"{path}: {len(row['text'].split())} words, {len(row['entities'])} entities, {len(row['quotes'])} quotes, {len(row['events'])} events")
            except Wrong as problem:
                failed += 1
                print(problem)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
