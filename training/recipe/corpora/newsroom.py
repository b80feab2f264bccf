"""newsroom/train.jsonl: 135 news articles in exactly our scheme; entities by surface form, quotes, events."""
import re

from .. import labels as L
from ..document import Arguments, Document, Link, head_word
from . import corpus, lines
from .quotes import THOUGHT, add_quotes

PRONOUNS = {"he", "she", "they", "it", "him", "her", "them", "his", "its", "their"}


@corpus("newsroom", "open", 14)
def read(data, classes):
    """The licence class stands on each article."""
    for row in lines(data, "newsroom/train.jsonl"):
        if row["class"] in classes:
            yield convert(row)


def convert(row):
    document = Document(row["id"], "newsroom", row["text"])
    places = add_names(document, row["entities"])
    quotes = [{"content": q["content_spans"], "cue": [q["cue_span"]] if q["cue_span"] else [],
               "source": [q["source_span"]] if q["source_span"] else [], "speaker": q.get("speaker")} for q in row["quotes"]]
    add_quotes(document, quotes, act=L.bits(L.ACTS, ["speech"]))
    mask_thoughts(document)
    document.links["antecedent"] = speaker_links(document, quotes, places)
    add_events(document, row["events"])
    return document


def add_names(document, entities):
    """Marks every occurrence of every surface form, longest form first. -> {entity name: [head word]}"""
    document.start_labels("names", L.OUTSIDE)
    forms, places, taken = {}, {}, set()
    for entity in entities:
        for form in {*entity["aliases"], entity["name"]}:
            forms.setdefault(form, []).append(entity)
    for form in sorted(forms, key=len, reverse=True):
        first, rest = L.name_bits({e["type"] for e in forms[form]})
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", document.text):
            span = document.locate(*match.span())
            if not span or taken & set(range(*span)):
                continue
            taken |= set(range(*span))
            document.mark("names", span, first, rest)
            for entity in forms[form]:
                places.setdefault(entity["name"], []).append(head_word(document.words, span))
    return places


def mask_thoughts(document):
    """The guide leaves beliefs out. A sentence with a verb of thought and no quote says nothing about attribution."""
    heads = ("content", "source", "cue", "inner")
    bounds = document.sentences + [len(document.words)]
    for start, end in zip(bounds, bounds[1:]):
        if any(document.labels["cue"][i] != 1 or document.labels["content"][i] != 1 for i in range(start, end)):
            continue
        if any(document.words[i].lower() in THOUGHT for i in range(start, end)):
            for head in heads:
                document.labels[head][start:end] = [0] * (end - start)


def speaker_links(document, quotes, places):
    """A pronoun that stands as source refers to the names of the quote's speaker."""
    out = []
    for quote in quotes:
        span = document.locate(*quote["source"][0]) if quote["source"] else None
        heads = places.get(quote["speaker"]) if quote["speaker"] else None
        if span and heads and span[1] - span[0] == 1 and document.words[span[0]].lower() in PRONOUNS:
            out.append(Link(span[0], tuple(heads)))
    return out


def add_events(document, events):
    none = L.bits(L.TRIGGERS, ["none", "other"])
    document.start_labels("trigger", none)
    document.start_labels("factuality", 0)
    for event in events:
        span = document.locate(*event["trigger_span"])
        if not span:
            continue
        kind = L.bits(L.TRIGGERS, [event["type"]])
        for i in range(*span):
            previous = document.labels["trigger"][i]
            document.labels["trigger"][i] = kind if previous == none else previous | kind
            document.labels["factuality"][i] |= L.bits(L.FACTUALITY, [event["factuality"]])
        document.arguments.append(Arguments(span[0], argument_spans(document, event, span)))


def argument_spans(document, event, trigger):
    """Spans of the arguments' texts: the occurrence nearest to the trigger."""
    out = []
    wanted = [(a["text"], L.ROLES[event["type"]].get(a["role"])) for a in event["args"]] + [(event["place"], "place")]
    for text, slot in wanted:
        if not text or not slot:
            continue
        hits = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", document.text, re.I)]
        if hits:
            centre = event["trigger_span"][0]
            span = document.locate(*min(hits, key=lambda s: abs(s[0] - centre)))
            if span:
                mask = L.bits(L.SLOTS, [slot])
                out.append((span[0], span[1], mask))
    return out
