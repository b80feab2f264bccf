"""A small program, which mypy --strict accepts without a cast. It is not run."""

from datetime import date

from dateline import Pipeline, Problem

pipeline = Pipeline(kb={"cms": "people.csv"})
answer = pipeline.extract("It rained.", title="Rain", published_at=date(2025, 8, 24), options={"link": "full"})
names: list[str] = [entity["name"] for entity in answer["entities"]]
body: bytes = pipeline.extract_json("It rained.")
for result in pipeline.extract_batch(["It rained.", {"id": "2", "body": "It snowed."}]):
    if isinstance(result, Problem):
        print(result.code, result.status, [error["pointer"] for error in result.errors])
    else:
        print(len(result["quotes"]))
