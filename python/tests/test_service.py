"""The same bytes from the service, the command line and the package.

Needs DATELINE_URL and DATELINE_BIN; DATELINE_ARTICLES says how many articles.
"""

from __future__ import annotations

import json
import os
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from articles import mixed

from dateline import Pipeline, Problem

URL, BINARY = os.environ.get("DATELINE_URL"), os.environ.get("DATELINE_BIN")
pytestmark = pytest.mark.skipif(not URL or not BINARY, reason="needs the service")


def posted(request: bytes) -> bytes:
    call = urllib.request.Request(f"{URL}/v1/extract", request, {"Content-Type": "application/json"})
    with urllib.request.urlopen(call) as answer:
        return bytes(answer.read())


def test_http_command_line_and_package_give_the_same_bytes(pipeline: Pipeline, tmp_path: Path) -> None:
    articles = list(mixed(int(os.environ.get("DATELINE_ARTICLES", "40"))))
    requests = [json.dumps(article) for article in articles]
    lines = tmp_path / "requests.ndjson"
    lines.write_text("\n".join(requests) + "\n", encoding="utf-8")
    command = [str(BINARY), "extract", "--ndjson", str(lines)]
    from_command_line = subprocess.run(command, capture_output=True, check=True).stdout.splitlines()
    from_package = pipeline.extract_batch_json(articles)
    assert len(from_command_line) == len(from_package) == len(articles)
    for request, printed, answer in zip(requests, from_command_line, from_package, strict=True):
        assert answer == printed == posted(request.encode())


@pytest.mark.parametrize(
    "fields", [{"body": ""}, {"body": "x", "options": {"link": "maybe"}}, {"body": "x", "published_at": "12/1"}, {"text": "x"}]
)
def test_problems_are_those_of_the_service(rules: Pipeline, fields: dict[str, Any]) -> None:
    with pytest.raises(urllib.error.HTTPError) as refused:
        posted(json.dumps(fields).encode())
    (problem,) = rules.extract_batch([fields])
    assert isinstance(problem, Problem)
    theirs = json.loads(refused.value.read())
    assert {**theirs, "instance": None} == {**problem.details, "instance": None}
