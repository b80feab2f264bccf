"""Articles for tests and measurements: paragraphs of the repository's articles, mixed, in the ways a request can be written.

The same seed gives the same articles.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
TEXTS = sorted((ROOT / "tests/fixtures/articles").glob("*.txt"))
PAGES = sorted((ROOT / "tests/fixtures/html").glob("*.html"))
EXAMPLES = ROOT / "examples/articles.ndjson"

KNOWN = [
    {"id": "cms:1", "name": "Lovisa Ahlqvist", "aliases": ["Ahlqvist"], "type": "person", "country": "SE"},
    {"id": "cms:2", "name": "Kestrel Rovers", "aliases": ["Rovers"], "type": "organization"},
]
OPTIONS: list[dict[str, Any] | None] = [
    None,
    {"offset_unit": "utf16", "evidence": True},
    {"offset_unit": "all", "link": "full"},
    {"include": ["entities", "quotes"], "attributions": "all"},
    {"min_confidence": {"entities": 0.5}, "link": "off"},
]


def stories() -> list[list[str]]:
    """The paragraphs of every story; the first of each may be its headline."""
    texts = [path.read_text(encoding="utf-8") for path in TEXTS]
    texts += [json.loads(line)["body"] for line in EXAMPLES.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [[part for part in text.split("\n\n") if part.strip()] for text in texts]


def mixed(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Requests: plain text and HTML, with and without titles, dates, known entities and options."""
    order, parts = random.Random(seed), stories()
    for number in range(count):
        request: dict[str, Any] = {"id": f"article-{number}"}
        if number % 5 == 4:
            request |= {"body": order.choice(PAGES).read_text(encoding="utf-8"), "body_type": "html"}
        else:
            chosen = order.sample(parts, order.randint(1, 3))
            paragraphs = [part for story in chosen for part in order.sample(story, min(len(story), order.randint(2, 7)))]
            request["body"] = "\n\n".join([*paragraphs, f"Update {number}."])
        if order.random() < 0.5:
            request["title"] = order.choice(order.choice(parts)).splitlines()[0]
        if order.random() < 0.7:
            request["published_at"] = f"2025-{order.randint(1, 12):02}-{order.randint(1, 28):02}"
        if order.random() < 0.3:
            request["known_entities"] = KNOWN
        if options := order.choice(OPTIONS):
            request["options"] = options
        yield request
