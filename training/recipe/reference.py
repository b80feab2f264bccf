"""Write reference.json: three articles of our own, their words, pieces and features, and some rows of the model's outputs.

    python -m recipe.reference --model DIR      (reads model.safetensors and vocab.txt there, writes reference.json there)

Each article is one window. The outputs are those of `forward.py`, the service's arithmetic; ONNX Runtime's are a little off,
because its activations share one scale per run.
"""
import argparse
import json
import os

import numpy as np

from . import features
from .batches import collate
from .document import Document
from .forward import Network
from .sampler import Plan, windows
from .store import pack

ARTICLES = [
    "Harbour Minister Ada Quill said on Monday that Velden's U.S.-led ferry plan won't be delayed.",
    "“We lost 1,250 crates,” he told Norwater Radio. “Nobody was hurt.”\nThe café at No. 7 re-opened at 10:30 a.m.",
    'STORM HITS QUILLHAVEN PORT\nDr. J. Brandt of the iPort2 group denied the "secret" deal; talks with AT&T… ended 3-2.',
]
OUTPUTS = ("names", "content", "cue", "trigger", "antecedent_q", "argument_k", "event_time_q", "upos", "governor_k")


def rows(directory):
    features.start(os.path.join(directory, "vocab.txt"))
    network = Network(os.path.join(directory, "model.safetensors"))
    for text in ARTICLES:
        document = Document("reference", "reference", text)
        store = pack({"": [document]})
        (window,) = windows(store["begin"], store.bounds(0), 256)
        batch, length = collate(store, Plan.of([window])), len(document.features.pieces) + 2
        columns = {k: batch[k][0, :length].tolist() for k in ("input_ids", "shape_ids", "quote_ids")}
        sets = [batch[k][0, :length].numpy().view(np.uint64).tolist() for k in ("membership", "lexicon") if k in batch]
        outputs, first = network.window(*columns.values(), *sets), batch["word_index"][0, 1:len(document.words) + 1].tolist()
        some = sorted({0, len(document.words) // 2, len(document.words) - 1})
        yield {"text": text, "words": document.words, "offsets": document.spans, "sentence_starts": document.sentences,
               "membership": [int(bits) for bits in document.features.membership],
               **({"lexicon": [int(bits) for bits in document.features.lexicon]} if document.features.lexicon is not None else {}),
               **columns, "first_piece": first,
               "outputs": {name: {"cls": short(outputs[name][0]), **{str(i): short(outputs[name][first[i]]) for i in some}} for name in OUTPUTS}}


def short(values):
    return [round(float(v), 5) for v in values]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True)
    directory = parser.parse_args().model
    with open(os.path.join(directory, "reference.json"), "w", encoding="utf-8") as file:
        json.dump({"tolerance": 0.01, "articles": list(rows(directory))}, file, ensure_ascii=False)


if __name__ == "__main__":
    main()
