"""Nested highlights from overlapping findings.

Findings may overlap: a name inside a quotation, an event that begins in one quotation and ends after it. HTML elements may
not. So the text is cut at every border of a finding, and the pieces are nested in a fixed order: the finding that begins
first is the outer one; of two that begin together, the longer; of two with the same span, the one listed first. The
playground and the TypeScript client follow the same rules and pass the same table of cases.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from .findings import FieldName, Finding, findings
from .models import ExtractRequest, ExtractResponse
from .offsets import OffsetError, OffsetUnit, positions

#: What goes before and after a piece of a finding; the second argument says whether it is the finding's first piece.
Mark = Callable[[Finding, bool], tuple[str, str]]


@dataclass(frozen=True)
class _Range:
    finding: Finding
    start: int
    end: int
    order: int


@dataclass(frozen=True)
class _Cut:
    start: int
    end: int
    stack: tuple[_Range, ...]


@dataclass(frozen=True)
class Segment:
    """A stretch of text that no border cuts, and the findings that it is in, the outermost first."""

    text: str
    findings: tuple[Finding, ...]


def segments(text: str, found: Iterable[Finding], *, offset_unit: OffsetUnit = "code_point") -> list[Segment]:
    """Cuts a text at every border of a finding, for programs that build their own elements.

    The segments cover the whole text, in order. Raises `OffsetError`.
    """
    cuts = _cuts(_sorted_ranges(text, found, offset_unit), len(text))
    return [Segment(text[cut.start : cut.end], tuple(range_.finding for range_ in cut.stack)) for cut in cuts]


def html_mark(finding: Finding, is_first: bool) -> tuple[str, str]:
    """A `mark` element with the layer as its class. The first piece of a finding has its `id`, the others have none."""
    own_id = f' id="dateline-{html.escape(finding.id)}"' if is_first else ""
    layer, ref = html.escape(finding.layer), html.escape(finding.ref)
    return f'<mark{own_id} class="dateline-{layer}" data-ref="{ref}">', "</mark>"


def highlight(
    article: ExtractRequest | str,
    found: ExtractResponse | Iterable[Finding],
    *,
    field: FieldName = "body",
    offset_unit: OffsetUnit | None = None,
    mark: Mark = html_mark,
) -> str:
    """A field of an article as HTML, with its findings marked.

    `article` is what was sent, and `found` its answer, or findings of your choice: some layers of `findings()`, or your own.
    Plain text is escaped. HTML stays as it was sent: it is not made safe for a page that does not trust the article.
    `offset_unit` is the answer's, and code points for findings of your own. Raises `OffsetError`.
    """
    request = ExtractRequest(body=article) if isinstance(article, str) else article
    text = {"title": request.title, "abstract": request.abstract, "body": request.body}[field] or ""
    if isinstance(found, ExtractResponse):
        offset_unit = offset_unit or unit_of(found)
        found = findings(found, field=field)
    ranges = _sorted_ranges(text, (one for one in found if one.field == field), offset_unit or "code_point")
    escape = _as_is if request.body_type == "html" else _escaped
    writer = _Writer(mark)
    for cut in _cuts(ranges, len(text)):
        writer.write(cut.stack, escape(text[cut.start : cut.end]))
    return writer.finish()


def unit_of(answer: ExtractResponse) -> OffsetUnit:
    """The unit of `start`, `end` and `ranges` in an answer."""
    if answer.offset_unit == "utf16":
        return "utf16"
    return "utf8" if answer.offset_unit == "utf8" else "code_point"


def _as_is(text: str) -> str:
    return text


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _sorted_ranges(text: str, found: Iterable[Finding], unit: OffsetUnit) -> list[_Range]:
    """The ranges of all findings in positions of the string, outer ones first."""
    ranges = [_Range(one, start, end, order) for order, one in enumerate(found) for start, end in one.ranges]
    at = positions(text, (offset for range_ in ranges for offset in (range_.start, range_.end)), unit)
    for range_ in ranges:
        if range_.start > range_.end:
            raise OffsetError(f"the range {range_.start} to {range_.end} ends before it starts")
    placed = [_Range(one.finding, at[one.start], at[one.end], one.order) for one in ranges if one.start < one.end]
    return sorted(placed, key=lambda range_: (range_.start, -range_.end, range_.order))


def _cuts(ranges: list[_Range], length: int) -> list[_Cut]:
    borders = sorted({0, length, *(range_.start for range_ in ranges), *(range_.end for range_ in ranges)})
    cuts: list[_Cut] = []
    stack: list[_Range] = []
    following = 0
    for start, end in pairwise(borders):
        stack = [range_ for range_ in stack if range_.end > start]
        while following < len(ranges) and ranges[following].start == start:
            stack.append(ranges[following])
            following += 1
        cuts.append(_Cut(start, end, tuple(stack)))
    return cuts


class _Writer:
    """Writes cuts one after the other. An element stays open while it and those outside it do."""

    def __init__(self, mark: Mark) -> None:
        self._mark = mark
        self._parts: list[str] = []
        self._open: list[tuple[_Range, str]] = []
        self._seen: set[int] = set()

    def write(self, stack: tuple[_Range, ...], text: str) -> None:
        kept = 0
        while kept < min(len(self._open), len(stack)) and self._open[kept][0] is stack[kept]:
            kept += 1
        self._close_to(kept)
        for range_ in stack[kept:]:
            before, after = self._mark(range_.finding, range_.order not in self._seen)
            self._seen.add(range_.order)
            self._parts.append(before)
            self._open.append((range_, after))
        self._parts.append(text)

    def finish(self) -> str:
        self._close_to(0)
        return "".join(self._parts)

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._parts.append(self._open.pop()[1])
