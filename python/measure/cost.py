"""What an article costs by its length: time on a core, and bytes of Parquet.

taskset -c 0 python cost.py [--articles 200]
"""

from __future__ import annotations

import argparse
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "tests"))
from articles import stories  # noqa: E402

from dateline import Pipeline  # noqa: E402
from dateline.parquet import Job  # noqa: E402


def texts(words: int, count: int) -> list[str]:
    """Articles of about as many words, of paragraphs of the repository's articles."""
    order = random.Random(words)
    parts = [part for story in stories() for part in story]

    def text(number: int) -> str:
        found: list[str] = []
        while sum(len(part.split()) for part in found) < words:
            found.append(order.choice(parts))
        kept = "\n\n".join(found).split(" ")[:words]
        return " ".join([*kept, f"No. {number}."])

    return [text(number) for number in range(count)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    options = parser.parse_args()
    pipelines = {"model": Pipeline(threads=1), "rules": Pipeline(threads=1, rules_alone=True)}
    for words in (10, 100, 250, 600, 1200):
        articles = [
            {"id": str(number), "body": text, "language": "en"} for number, text in enumerate(texts(words, options.articles))
        ]
        line = f"{sum(len(article['body'].split()) for article in articles) / len(articles):5.0f} words:"
        for name, pipeline in pipelines.items():
            begun = time.process_time()
            pipeline.extract_batch_json(articles)
            line += f" {name} {(time.process_time() - begun) / len(articles) * 1000:7.2f} ms,"
        with tempfile.TemporaryDirectory() as folder:
            source, output = Path(folder) / "in.parquet", Path(folder) / "out.parquet"
            pq.write_table(pa.Table.from_pylist(articles), source, compression="zstd")
            job = Job(source, output, pipelines["model"])
            list(job.run())
            job.finish(Path(folder) / "tables")
            tables = sum(file.stat().st_size for file in (Path(folder) / "tables").iterdir())
            json_bytes = sum(len(answer) for answer in pq.read_table(output)["answer"].to_pylist())
            sizes = [source.stat().st_size, json_bytes, output.stat().st_size, tables]
        line += " bytes: article {:.0f}, answer {:.0f}, in Parquet {:.0f}, tables {:.0f}".format(
            *(size / len(articles) for size in sizes)
        )
        print(line, flush=True)
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
