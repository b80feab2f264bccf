"""Reads two articles at the same time, and prints who is heard in each.

python examples/read_async.py [http://127.0.0.1:8080]
"""

import asyncio
import sys

from dateline_client import AsyncClient, ProblemError

ARTICLES = [
    "“We carried the patients out in their blankets,” said Teresa Mamani, a nurse at the hospital in Putre.",
    "Mayor Ana Prado said on Tuesday that the strike was over. The union’s leader, Tom Björk, disagreed.",
]


async def sources(client: AsyncClient, text: str) -> list[str]:
    try:
        answer = await client.extract(text)
    except ProblemError as error:
        return [error.problem.detail]
    return [source.name for source in answer.source_audit.sources] if answer.source_audit else []


async def main(url: str = "http://127.0.0.1:8080") -> None:
    async with AsyncClient(url) as client:
        for names in await asyncio.gather(*(sources(client, text) for text in ARTICLES)):
            print(", ".join(names))


asyncio.run(main(*sys.argv[1:]))
