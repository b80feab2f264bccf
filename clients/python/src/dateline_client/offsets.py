"""Offsets of the service as positions in a Python string."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

OffsetUnit = Literal["code_point", "utf16", "utf8"]


class OffsetError(ValueError):
    """An offset that is outside the text, inside a character, or in a range whose start is after its end.

    The usual cause: the text is not the one that was sent, or the unit is another one.
    """


def _utf8_width(code_point: int) -> int:
    return 1 + (code_point > 0x7F) + (code_point > 0x7FF) + (code_point > 0xFFFF)


def _utf16_width(code_point: int) -> int:
    return 1 + (code_point > 0xFFFF)


_WIDTHS: dict[OffsetUnit, Callable[[int], int]] = {"utf8": _utf8_width, "utf16": _utf16_width}


def positions(text: str, offsets: Iterable[int], unit: OffsetUnit) -> dict[int, int]:
    """The position in `text` of each offset. Takes time in proportion to the text."""
    wanted = sorted(set(offsets))
    width = _WIDTHS.get(unit)
    if width is None or text.isascii():
        found = {offset: offset for offset in wanted if 0 <= offset <= len(text)}
    else:
        found = _walk(text, wanted, width)
    for offset in wanted:
        if offset not in found:
            raise OffsetError(f"offset {offset} is outside the text or inside a character, counted as {unit}")
    return found


def _walk(text: str, wanted: list[int], width: Callable[[int], int]) -> dict[int, int]:
    found: dict[int, int] = {}
    ends = iter(wanted)
    end, offset = next(ends, None), 0
    for position in range(len(text) + 1):
        while end is not None and end <= offset:
            if end == offset:
                found[end] = position
            end = next(ends, None)
        if end is None:
            break
        if position < len(text):
            offset += width(ord(text[position]))
    return found
