"""`highlight()`: the table that the playground and both clients share, and what the table cannot say."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path
from typing import Any

import pytest

from dateline_client import ExtractRequest, Finding, OffsetError, highlight, segments
from dateline_client.offsets import OffsetUnit, positions

TABLE = Path(__file__).resolve().parents[2] / "highlight-cases.json"
CASES: list[dict[str, Any]] = json.loads(TABLE.read_text(encoding="utf-8"))["cases"]


def letters(finding: Finding, is_first: bool) -> tuple[str, str]:
    return f"[{finding.id}{'' if is_first else '+'}:", "]"


def written(case: dict[str, Any]) -> str:
    # The table's texts stand for HTML too: nothing in them is escaped.
    article = ExtractRequest(body=case["text"], body_type="html")
    found = [Finding(one["id"], [(start, end) for start, end in one["ranges"]]) for one in case["findings"]]
    return highlight(article, found, offset_unit=case["offset_unit"], mark=letters)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_table(case: dict[str, Any]) -> None:
    if case.get("error"):
        with pytest.raises(OffsetError):
            written(case)
    else:
        assert written(case) == case["expected"]


def test_plain_text_is_escaped_and_html_is_not() -> None:
    found = [Finding('a"', [(4, 7)], layer="names", ref="e1")]
    mark = '<mark id="dateline-a&quot;" class="dateline-names" data-ref="e1">Ana</mark>'
    assert highlight("1<2 Ana & Bo", found) == f"1&lt;2 {mark} &amp; Bo"
    assert highlight(ExtractRequest(body="<b> Ana</b>", body_type="html"), found) == f"<b> {mark}</b>"


def test_findings_of_other_fields_are_left_out() -> None:
    article = ExtractRequest(body="Rain fell.", title="Rain")
    found = [Finding("t", [(0, 4)], field="title"), Finding("b", [(5, 9)])]
    assert highlight(article, found, mark=letters) == "Rain [b:fell]."
    assert highlight(article, found, field="title", mark=letters) == "[t:Rain]"
    assert highlight(article, [], field="abstract") == ""


def test_segments_cover_the_text() -> None:
    found = [Finding("a", [(0, 4)]), Finding("b", [(2, 6)])]
    pieces = [(piece.text, [one.id for one in piece.findings]) for piece in segments("abcdefg", found)]
    assert pieces == [("ab", ["a"]), ("cd", ["a", "b"]), ("ef", ["b"]), ("g", [])]


def test_every_finding_has_one_first_piece_and_the_text_stays_whole() -> None:
    source = random.Random(7)
    for _ in range(300):
        text = "".join(source.choice("ab é😀ש") for _ in range(source.randint(1, 30)))
        found = []
        for number in range(source.randint(0, 8)):
            start = source.randrange(len(text))
            found.append(Finding(str(number), [(start, source.randint(start + 1, len(text)))]))
        result = highlight(ExtractRequest(body=text, body_type="html"), found, mark=letters)
        assert re.sub(r"\[\d+\+?:|\]", "", result) == text
        assert all(result.count(f"[{one.id}:") == 1 for one in found)


def test_all_units_lead_to_the_same_position() -> None:
    text = "a é 😀 שלום\u200f e\u0301"
    for end in range(len(text) + 1):
        before = text[:end]
        lengths: dict[OffsetUnit, int] = {
            "code_point": end,
            "utf16": len(before.encode("utf-16-le")) // 2,
            "utf8": len(before.encode()),
        }
        for unit, offset in lengths.items():
            assert positions(text, [offset], unit) == {offset: end}


@pytest.mark.parametrize("unit", ["utf16", "utf8"])
def test_offsets_inside_a_character_are_refused(unit: OffsetUnit) -> None:
    with pytest.raises(OffsetError, match="inside a character"):
        positions("😀", [1], unit)
