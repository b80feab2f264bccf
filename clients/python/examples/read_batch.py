"""Reads articles from a file of NDJSON, one per line, and prints what each is about as soon as it has been read.

python examples/read_batch.py articles.ndjson [http://127.0.0.1:8080]
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from dateline_client import BatchDefaults, Client, ExtractRequest, Options, Problem


def articles(path: Path) -> Iterator[ExtractRequest]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield ExtractRequest.model_validate_json(line)


def main(path: str, url: str = "http://127.0.0.1:8080") -> None:
    defaults = BatchDefaults(language="en", options=Options(include=["entities"]))
    with Client(url) as client:
        for result in client.batch(articles(Path(path)), defaults):
            if isinstance(result, Problem):
                print(f"{result.id or result.index}: {result.detail}")
                continue
            salient = sorted(result.entities, key=lambda entity: -entity.salience)
            print(f"{result.id}: {', '.join(entity.name for entity in salient[:3])}")


main(*sys.argv[1:])
