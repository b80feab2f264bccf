"""Time whole answers of a running service beside spaCy's tagger, parser and NER, initialised from their own configuration, in turns.

    pip install spacy==3.8.18
    taskset -c 0 python -m recipe.spacy_peer --articles FILE.jsonl [--url 127.0.0.1:8080]    (the service on another core)

FILE has an object with a `text` per line; those of 560 to 650 words are read. spaCy is untrained: its speed does not depend on its weights.
"""
import argparse
import http.client
import json
import statistics
import time

import spacy
from spacy.cli.init_config import init_config
from spacy.training import Example

EXAMPLE = {"tags": ["NNP", "VBD", "NNP", "IN", "NNP", "."], "heads": [1, 1, 1, 1, 3, 1], "deps": ["nsubj", "ROOT", "dobj", "prep", "pobj", "punct"],
           "entities": ["U-PERSON", "O", "U-PERSON", "O", "U-GPE", "O"]}


def pipeline():
    config = init_config(lang="en", pipeline=["tagger", "parser", "ner"], optimize="efficiency", gpu=False)
    config["initialize"]["vectors"] = None
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    nlp.initialize(lambda: [Example.from_dict(nlp.make_doc("Ada met Tom in Oslo ."), EXAMPLE)])
    return nlp


def timed(read, texts, rounds=3):
    """-> seconds of every reading."""
    out = []
    for text in texts * rounds:
        start = time.perf_counter()
        read(text)
        out.append(time.perf_counter() - start)
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", required=True)
    parser.add_argument("--url", default="127.0.0.1:8080", help="host and port of the service")
    parser.add_argument("--rounds", type=int, default=2)
    args = parser.parse_args()
    with open(args.articles, encoding="utf-8") as lines:
        texts = [text for text in (json.loads(line)["text"] for line in lines) if 560 <= len(text.split()) <= 650][:20]
    words = 3 * sum(len(text.split()) for text in texts)
    connection, nlp = http.client.HTTPConnection(args.url), pipeline()

    def service(text):
        connection.request("POST", "/v1/extract", text.encode(), {"content-type": "text/plain"})
        connection.getresponse().read()

    for _ in range(args.rounds):
        ours, theirs = timed(service, texts), timed(nlp, texts)
        for name, seconds in (("service", ours), ("spaCy", theirs)):
            print(f"{name}: median {statistics.median(seconds) * 1000:.1f} ms, {words / sum(seconds):.0f} words/s")
        print(f"ratio {sum(theirs) / sum(ours):.2f}")


if __name__ == "__main__":
    main()
