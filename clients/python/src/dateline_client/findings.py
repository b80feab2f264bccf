"""The findings of an answer that can be marked in its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from .models import Entity, Event, ExtractResponse, Quote, TextSpan, Time

FieldName = Literal["title", "abstract", "body"]
Layer = Literal["quotes", "events", "names", "cues", "times"]

#: The layers, in the order in which findings of the same span are nested: the outer ones first.
LAYERS: tuple[Layer, ...] = ("quotes", "events", "names", "cues", "times")


@dataclass(frozen=True)
class Finding:
    """One thing to mark in a text: a mention, a quotation, a cue, a trigger, a time, or something of your own."""

    #: Of this finding: `e1.0` is the first mention of entity `e1`.
    id: str
    #: Half-open ranges, sorted and disjoint; several where the finding crosses tags of HTML.
    ranges: Sequence[tuple[int, int]]
    #: What kind of finding it is: a `Layer`, or a name of your own.
    layer: str = ""
    #: The id of what it belongs to: `e1`.
    ref: str = ""
    #: The field whose text it is in.
    field: str = "body"
    #: What it belongs to.
    thing: Entity | Quote | Event | Time | None = None


def findings(answer: ExtractResponse, *, field: FieldName = "body", layers: Iterable[Layer] = LAYERS) -> list[Finding]:
    """The findings of an answer in a field, layer by layer, in the order of `layers`."""
    every = (finding for layer in layers for finding in FINDINGS[layer](answer))
    return [finding for finding in every if finding.field == field]


def ranges_of(span: TextSpan) -> list[tuple[int, int]]:
    """The runs of text of a span."""
    if span.ranges is None:
        return [(span.start, span.end)]
    return [(run[0], run[1]) for run in span.ranges]


def _quotes(answer: ExtractResponse) -> Iterator[Finding]:
    for quote in answer.quotes:
        yield Finding(quote.id, ranges_of(quote.span), "quotes", quote.id, quote.span.field, quote)


def _events(answer: ExtractResponse) -> Iterator[Finding]:
    for event in answer.events:
        for number, span in enumerate(event.mentions):
            yield Finding(f"{event.id}.{number}", ranges_of(span), "events", event.id, span.field, event)


def _names(answer: ExtractResponse) -> Iterator[Finding]:
    for entity in answer.entities:
        for number, span in enumerate(entity.mentions):
            yield Finding(f"{entity.id}.{number}", ranges_of(span), "names", entity.id, span.field, entity)


def _cues(answer: ExtractResponse) -> Iterator[Finding]:
    for quote in answer.quotes:
        if quote.cue is not None:
            yield Finding(f"{quote.id}.cue", ranges_of(quote.cue), "cues", quote.id, quote.cue.field, quote)


def _times(answer: ExtractResponse) -> Iterator[Finding]:
    for time in answer.times:
        yield Finding(time.id, ranges_of(time), "times", time.id, time.field, time)


FINDINGS: dict[Layer, Callable[[ExtractResponse], Iterator[Finding]]] = {
    "quotes": _quotes,
    "events": _events,
    "names": _names,
    "cues": _cues,
    "times": _times,
}
