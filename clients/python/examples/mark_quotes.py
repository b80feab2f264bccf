"""Marks quotations and names in an HTML article, each quotation with its speaker as a tooltip.

python examples/mark_quotes.py [http://127.0.0.1:8080] > page.html
"""

import html
import sys

from dateline_client import Client, ExtractRequest, Finding, findings, highlight
from dateline_client.models import Quote

PAGE = ExtractRequest(
    body="<p>🚢 <b>Lovisa</b> Ahlqvist met crews in Luleå. “We have <i>not</i> made this easy,” she told <em>them</em>.</p>",
    body_type="html",
)


def mark(finding: Finding, is_first: bool) -> tuple[str, str]:
    if isinstance(finding.thing, Quote):
        speaker = finding.thing.speaker.name if finding.thing.speaker else "unknown"
        return f'<span class="quote" title="{html.escape(speaker)}">', "</span>"
    return "<mark>", "</mark>"


def main(url: str = "http://127.0.0.1:8080") -> None:
    with Client(url) as client:
        answer = client.extract(PAGE)
    print(highlight(PAGE, findings(answer, layers=["quotes", "names"]), mark=mark))


main(*sys.argv[1:])
