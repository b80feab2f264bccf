"""newsroom/train.jsonl: news articles in exactly our scheme: entities by surface form, quotes, events with date, place and
happening, and descriptions of entities. choose.jsonl is never trained on."""
import re

from .. import labels as L
from ..document import Arguments, Document, Link, head_word
from . import corpus, lines
from .quotes import THOUGHT, add_quotes

PRONOUNS = {"he", "she", "they", "it", "him", "her", "them", "his", "its", "their"}


@corpus("newsroom", "open", 8)
def read(data, classes, part="train"):
    """The licence class stands on each article."""
    rows = [row for row in lines(data, f"newsroom/{part}.jsonl") if row["class"] in classes]
    nouns = description_nouns(rows)
    for row in rows:
        yield convert(row, nouns)


def description_nouns(rows):
    """Last words of all annotated descriptions, in lower case."""
    phrases = (row["text"][slice(*item["span"])] for row in rows for item in row.get("nominals") or ())
    return {phrase.split()[-1].lower() for phrase in phrases if phrase.split()}


def convert(row, nouns=frozenset()):
    document = Document(row["id"], "newsroom", row["text"], row.get("published_at"))
    places = add_names(document, row["entities"])
    quotes = [{"content": q["content_spans"], "cue": [q["cue_span"]] if q["cue_span"] else [],
               "source": [q["source_span"]] if q["source_span"] else [], "speaker": q.get("speaker")} for q in row["quotes"]]
    add_quotes(document, quotes, act=L.bits(L.ACTS, ["speech"]))
    mask_thoughts(document)
    document.links["antecedent"] = speaker_links(document, quotes, places)
    if row.get("nominals") is not None:
        document.links["description"] = description_links(document, row["nominals"], places, nouns)
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


def description_links(document, nominals, places, nouns):
    """A description's head word points to the names of its entity. Nouns in lower case that describe elsewhere but not here
    point to nothing; those with a capital are mostly titles."""
    names = tuple(sorted({head for heads in places.values() for head in heads}))
    out, taken = [], set()
    for item in nominals:
        span = document.locate(*item["span"])
        if span and places.get(item["entity"]):
            anchor = head_word(document.words, span)
            taken |= set(range(*span))
            if all(link.anchor != anchor for link in out):
                out.append(Link(anchor, tuple(places[item["entity"]]), names))
    for i, word in enumerate(document.words):
        if word in nouns and i not in taken and document.labels["names"][i] == L.OUTSIDE:
            out.append(Link(i, (), names))
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
        document.arguments.append(Arguments(span[0], argument_spans(document, event)))
    located = [(event, span[0]) for event in events if (span := document.locate(*event["trigger_span"]))]
    add_times(document, located)
    add_places(document, located)
    add_happenings(document, located)


def add_times(document, located):
    """An event points to the time expressions that have its date, else to those of coarser grain that hold it. Where the text
    has none of them, or dates were not annotated, it says nothing; an event without date points to nothing."""
    spans = [(document.locate(start, end), value) for start, end, value in document.features.times]
    times = [(span[0], value) for span, value in spans if span]
    candidates, links = tuple(word for word, _ in times), {}
    for event, trigger in located:
        date = event.get("date")
        right = [word for word, value in times if date and value[:len(date)] == date]
        right = right or [word for word, value in times if date and len(value) >= 4 and date.startswith(value)]
        if right or ("date" in event and not date):
            links[trigger] = Link(trigger, tuple(right), candidates)
    document.links["event_time"] = list(links.values())


def occurrences(document, text):
    """Spans of words at which a text stands, in any case."""
    hits = (document.locate(*m.span()) for m in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", document.text, re.I))
    return [span for span in hits if span]


def add_places(document, located):
    """An event points to the head words of its place. Candidates are the names of places and all annotated places."""
    where = {event["place"]: [head_word(document.words, span) for span in occurrences(document, event["place"])]
             for event, _ in located if event.get("place")}
    named = L.bits(L.NAMES, [f"{edge}-{kind}" for kind in ("location", "facility") for edge in "BI"])
    names = {i for i, mask in enumerate(document.labels.get("names", ())) if mask & named and not mask & 1}
    heads = {i for i in names if i + 1 not in names} | {word for words in where.values() for word in words}
    candidates, links = tuple(sorted(heads)), {}
    for event, trigger in located:
        if not event.get("place") or where[event["place"]]:
            links[trigger] = Link(trigger, tuple(where.get(event.get("place"), ())), candidates)
    document.links["event_place"] = list(links.values())


def add_happenings(document, located):
    """A trigger points to the earlier triggers of the same happening. An article without any `ref` was not annotated."""
    if not any(event.get("ref") for event, _ in located):
        return
    candidates = tuple(sorted({trigger for _, trigger in located}))
    seen, links = {}, {}
    for event, trigger in sorted(located, key=lambda row: row[1]):
        same = seen.setdefault(event["ref"], []) if event.get("ref") else []
        links.setdefault(trigger, Link(trigger, tuple(t for t in same if t != trigger), candidates))
        same.append(trigger)
    document.links["event"] = list(links.values())



def argument_spans(document, event):
    """Spans of the arguments' texts: the occurrence nearest to the trigger."""
    out = []
    wanted = [(a["text"], L.ROLES[event["type"]].get(a["role"])) for a in event["args"]] + [(event.get("place"), "place")]
    for text, slot in wanted:
        if not text or not slot:
            continue
        hits = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", document.text, re.I)]
        if hits:
            centre = event["trigger_span"][0]
            span = document.locate(*min(hits, key=lambda s: abs(s[0] - centre)))
            if span:
                out.append((span[0], span[1], L.bits(L.SLOTS, [slot])))
    return out
