"""The pipeline in process."""

from __future__ import annotations

import itertools
import json
import multiprocessing
import pickle
import re
import signal
import threading
import time
from datetime import date, datetime, timezone
from pathlib import Path
from typing import Any

import pytest
from articles import KNOWN, ROOT, mixed

import dateline
from dateline import Pipeline, Problem

BODY = "“The port stays open,” Lovisa Ahlqvist said in Oslo on Monday."


def test_an_answer_is_that_of_the_contract(pipeline: Pipeline) -> None:
    answer = pipeline.extract(BODY, title="Port stays open", published_at="2025-10-08", id="x")
    assert list(answer)[:4] == ["id", "language", "offset_unit", "include"]
    assert answer["id"] == "x"
    assert [quote["speaker"]["name"] for quote in answer["quotes"]] == ["Lovisa Ahlqvist"]
    assert [time["value"] for time in answer["times"]] == ["2025-10-06"]
    assert {entity["name"]: entity["ids"] for entity in answer["entities"]}["Oslo"] == {"wikidata": "Q585"}
    assert answer["meta"]["service"] == f"dateline/{dateline.__version__}"
    assert answer["meta"]["model"].startswith("en-news/")


def test_fields_are_those_of_a_request(rules: Pipeline) -> None:
    answer = rules.extract(
        "<p>Lovisa Ahlqvist met crews on Monday.</p>",
        abstract="A meeting.",
        body_type="html",
        language="en",
        published_at=date(2025, 10, 8),
        known_entities=KNOWN,
        options={"offset_unit": "utf8", "include": ["entities", "times"]},
    )
    assert answer["offset_unit"] == "utf8"
    assert answer["entities"][0]["ids"]["known"] == "cms:1"
    assert answer["times"][0]["value"] == "2025-10-06"
    moment = datetime(2025, 10, 8, 12, tzinfo=timezone.utc)
    assert rules.extract_json(BODY, published_at=moment) == rules.extract_json(BODY, published_at="2025-10-08T12:00:00Z")


@pytest.mark.parametrize(
    ("fields", "code", "pointer"),
    [
        ({"body": " \n"}, "text_empty", "/body"),
        ({"body": None}, "field_missing", "/body"),
        ({"body": 7}, "field_invalid", "/body"),
        ({"body": BODY, "published_at": "yesterday"}, "date_invalid", "/published_at"),
        ({"body": BODY, "options": {"offset_units": "utf8"}}, "field_unknown", "/options/offset_units"),
        ({"body": "word " * 50_000}, "text_too_long", None),
        ({"body": "Der Minister sprach am Montag in Berlin mit den Fischern über ihre Sorgen."}, "language_unsupported", None),
        ({"body": "half of \ud83d a pair"}, "charset_invalid", None),
    ],
)
def test_problems_are_raised_with_their_code(rules: Pipeline, fields: dict[str, Any], code: str, pointer: str | None) -> None:
    with pytest.raises(Problem) as raised:
        rules.extract(**fields)
    problem = raised.value
    assert problem.code == code
    assert problem.status in {400, 413, 422}
    assert pointer is None or problem.errors[0]["pointer"] == pointer
    assert str(problem).startswith(f"{code}: ")
    # Problems cross from workers.
    copy = pickle.loads(pickle.dumps(problem))
    assert (copy.code, copy.details) == (problem.code, problem.details)


def test_a_batch_keeps_its_order_and_has_problems_in_their_places(pipeline: Pipeline) -> None:
    articles: list[Any] = list(mixed(12))
    articles[3] = {"id": "bad", "body": ""}
    articles[5] = BODY
    articles[7] = {"text": BODY}
    answers = pipeline.extract_batch_json(iter(articles))
    problems = {place: answer.code for place, answer in enumerate(answers) if isinstance(answer, Problem)}
    assert problems == {3: "text_empty", 7: "field_unknown"}
    for article, answer in zip(articles, answers, strict=True):
        if isinstance(answer, bytes):
            fields = {"body": article} if isinstance(article, str) else article
            assert answer == pipeline.extract_json(**fields)
    parsed = pipeline.extract_batch(articles[:2])
    assert parsed == [json.loads(answer) for answer in answers[:2] if isinstance(answer, bytes)]
    assert pipeline.extract_batch([]) == []


def test_threads_change_no_byte() -> None:
    articles = list(mixed(8))
    one, four = (Pipeline(threads=threads).extract_batch_json(articles) for threads in (1, 4))
    assert one == four


def test_other_threads_of_the_program_run_while_a_batch_is_read(pipeline: Pipeline) -> None:
    articles = list(mixed(16))
    ticks: list[float] = []

    def tick() -> None:
        while reading.is_alive():
            ticks.append(time.monotonic())
            time.sleep(0.005)

    reading = threading.Thread(target=pipeline.extract_batch_json, args=(articles,))
    reading.start()
    tick()
    # With the lock held, there would be none between the first and the last article.
    assert len(ticks) > 5
    assert max(later - earlier for earlier, later in itertools.pairwise(ticks)) < 0.5


def test_a_batch_can_be_interrupted(pipeline: Pipeline) -> None:
    articles = list(mixed(20)) * 100
    signal.signal(signal.SIGALRM, signal.default_int_handler)
    begun = time.monotonic()
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    with pytest.raises(KeyboardInterrupt):
        pipeline.extract_batch_json(articles)
    assert time.monotonic() - begun < 10


def _extract_in_worker(pipeline: Pipeline) -> bytes:
    return pipeline.extract_json(BODY, published_at="2025-10-08")


@pytest.mark.parametrize("start", ["spawn", "fork"])
def test_workers_build_their_own(tmp_path: Path, start: str) -> None:
    table = tmp_path / "cms.csv"
    table.write_text("id,name,type\n17,Lovisa Ahlqvist,person\n", encoding="utf-8")
    pipeline = Pipeline(kb={"cms": table}, threads=1)
    here = _extract_in_worker(pipeline)
    assert json.loads(here)["entities"][0]["ids"] == {"cms": "17"}
    assert len(pickle.dumps(pipeline)) < 1_000
    with multiprocessing.get_context(start).Pool(1) as workers:
        assert workers.apply(_extract_in_worker, (pipeline,)) == here
    assert repr(pickle.loads(pickle.dumps(pipeline))) == repr(pipeline)


def test_a_model_from_a_folder_is_the_one_in_the_package(pipeline: Pipeline) -> None:
    from_folder = Pipeline(ROOT / "models/en-news")
    assert from_folder.extract_json(BODY) == pipeline.extract_json(BODY)


def test_what_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=re.escape(str(tmp_path))):
        Pipeline(tmp_path)
    table = tmp_path / "cms.csv"
    table.write_text("id,label\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"cms\.csv"):
        Pipeline(kb={"cms": table})
    with pytest.raises(ValueError, match="built in"):
        Pipeline(kb={"wikidata": table})
    with pytest.raises(ValueError, match="threads"):
        Pipeline(threads=0)


def test_both_workspaces_are_locked_to_the_same_versions() -> None:
    """Else the package would not give the bytes of the service."""

    def locked(path: Path) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name, version in re.findall(r'name = "(.+)"\nversion = "(.+)"', path.read_text(encoding="utf-8")):
            found.setdefault(name, set()).add(version)
        return found

    package, service = (locked(ROOT / folder / "Cargo.lock") for folder in ("python", "."))
    differing = {name: versions for name, versions in package.items() if name in service and not versions <= service[name]}
    assert not differing


def test_the_version_is_the_services() -> None:
    cargo = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    version = re.search(r'\[workspace\.package\]\nversion = "(.+)"', cargo)
    assert version is not None
    for file in ("python/Cargo.toml", "python/pyproject.toml"):
        assert f'\nversion = "{version[1]}"' in (ROOT / file).read_text(encoding="utf-8")
    assert dateline.__version__ == version[1]
