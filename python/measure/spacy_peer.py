"""Headlines and articles per second and core beside spaCy's `nlp.pipe`, in turns, in one process.

    pip install spacy==3.8.18
    taskset -c 0 python spacy_peer.py [--headlines 5000] [--articles 300]

spaCy runs its tagger, parser and NER, initialised from their own configuration (`optimize: efficiency`): its speed does not
depend on its weights. It makes names, tags and a tree of a text; Dateline linked entities, quotes, events and times.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path += [str(HERE.parent / "tests"), str(ROOT / "training")]
from articles import mixed, stories  # noqa: E402
from recipe.spacy_peer import pipeline as spacy_pipeline  # noqa: E402

from dateline import Pipeline  # noqa: E402


def headlines(count: int) -> list[str]:
    """First sentences of paragraphs of the repository's articles, cut to the length of headlines."""
    order = random.Random(1)
    parts = [part.split(". ")[0].replace("\n", " ").split() for story in stories() for part in story]
    parts = [words for words in parts if len(words) >= 5]
    return [" ".join([*order.choice(parts)[:10], str(number)]) for number in range(count)]


def measured(name: str, texts: list[str], readers: dict[str, Callable[[list[str]], object]]) -> None:
    """Time on the core per text, the least of three rounds in turns."""
    best: dict[str, float] = {}
    for _ in range(3):
        for reader, read in readers.items():
            begun = time.process_time()
            read(texts)
            best[reader] = min(best.get(reader, float("inf")), time.process_time() - begun)
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"{len(texts)} {name} of {words:.0f} words:")
    for reader, seconds in best.items():
        print(
            f"  {reader:22} {len(texts) / seconds:8.1f} per second of a core ({seconds / len(texts) * 1000:.2f} ms)",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--headlines", type=int, default=5000)
    parser.add_argument("--articles", type=int, default=300)
    options = parser.parse_args()
    nlp, pipeline, rules = spacy_pipeline(), Pipeline(threads=1), Pipeline(threads=1, rules_alone=True)
    readers: dict[str, Callable[[list[str]], object]] = {
        "dateline": lambda texts: pipeline.extract_batch({"body": text, "language": "en"} for text in texts),
        "dateline, rules alone": lambda texts: rules.extract_batch({"body": text, "language": "en"} for text in texts),
        "spaCy nlp.pipe": lambda texts: [len(document.ents) for document in nlp.pipe(texts, batch_size=256)],
    }
    measured("headlines", headlines(options.headlines), readers)
    texts = [article["body"] for article in mixed(options.articles * 5 // 4) if "body_type" not in article]
    measured("articles", texts, readers)


if __name__ == "__main__":
    main()
