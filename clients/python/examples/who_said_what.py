import sys

from dateline_client import Client, ExtractRequest, highlight

text = "Sweden’s foreign minister, Lovisa Ahlqvist, met crews in Luleå on Monday. “The port stays open,” she told them."
article = ExtractRequest(body=text, published_at="2025-10-08")
with Client(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080") as client:
    answer = client.extract(article)
for quote in answer.quotes:
    print(quote.speaker.name if quote.speaker else "nobody", "said:", quote.content[0].text)
for event in answer.events:
    print(event.type, event.time.value if event.time else "without a date")
print(highlight(article, answer))
