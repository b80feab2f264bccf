"""Text without annotation, for a teacher to label: government releases and Wikinews. What is also in the articles to choose
on or in gold is left out."""
import gzip
import json
import os

from ..document import Document
from . import corpus, lines

FILES = {"wikinews_2019_2020": 1, "state_department_pr": 4, "white_house_pr": 4}  # of so many documents one is read
PHRASE = 12  # words; a text that shares so many in a row with a held-out one is left out


def phrases(text):
    words = text.lower().split()
    return {" ".join(words[i:i + PHRASE]) for i in range(max(1, len(words) - PHRASE + 1))}


def held_out(data):
    return {p for path in ("newsroom/choose.jsonl", "gold/articles.jsonl") for row in lines(data, path) for p in phrases(row["text"])}


@corpus("unlabelled", "open", 0)
def read(data, classes):
    known = held_out(data)
    for name, step in FILES.items():
        with gzip.open(os.path.join(data, "unlabelled", f"{name}.jsonl.gz"), "rt", encoding="utf-8") as rows:
            for i, row in enumerate(rows):
                if i % step == 0 and not phrases(text := json.loads(row)["text"]) & known:
                    yield Document(f"{name}-{i}", "unlabelled", text)
