"""Run a model (PyTorch or exported ONNX) over documents, window by window, as the service does."""
import numpy as np
import torch

from .batches import collate, move
from .model import unpacked
from .features import LEXICON_BITS, MEMBERSHIP_BITS
from .sampler import Plan, windows
from .store import pack


class Prediction:
    """Scores per word. `outputs[name]` [words, size]; `window[word]` is (first word, end word) of the word's window, and
    `nothing[name][first word]` the output at that window's [CLS]."""

    def __init__(self, document):
        self.document = document
        self.outputs, self.nothing, self.window = {}, {}, [None] * len(document.words)

    def take(self, first, end, outputs, row):
        for name, values in outputs.items():
            if name not in self.outputs:
                self.outputs[name] = np.zeros((len(self.window), values.shape[-1]), np.float32)
                self.nothing[name] = {}
            self.outputs[name][first:end] = values[row, 1:end - first + 1]
            self.nothing[name][first] = values[row, 0]
        self.window[first:end] = [(first, end)] * (end - first)


def torch_runner(model, device="cpu"):
    def run(batch):
        with torch.inference_mode():
            return {k: v.float().cpu().numpy() for k, v in model(move(batch, device)).items()}
    model.to(device).eval()
    return run


def onnx_runner(path, threads=2):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options)
    names = [o.name for o in session.get_outputs()]

    def run(batch):
        inputs = {k: batch[k].numpy() for k in ("input_ids", "shape_ids", "quote_ids", "attention_mask")}
        inputs["membership"] = unpacked(batch["membership"], MEMBERSHIP_BITS).numpy()
        for extra in {i.name for i in session.get_inputs()} & {"lexicon"}:
            inputs[extra] = unpacked(batch["lexicon"], LEXICON_BITS).numpy()
        index = batch["word_index"].numpy()[:, :, None]
        return {n: np.take_along_axis(v, index, 1) for n, v in zip(names, session.run(names, inputs))}
    return run


def predict(run, documents, limit=128, batch_pieces=2048):
    """-> [Prediction] in the order of `documents`."""
    out, store = [Prediction(d) for d in documents], pack({"": documents})
    todo = [(window, k) for k in range(len(documents)) for window in windows(store["begin"], store.bounds(k), limit)]
    length = lambda item: store["begin"][item[0][1]] - store["begin"][item[0][0]] + 2  # noqa: E731
    batch = []

    def flush():
        if batch:
            outputs = run(collate(store, Plan.of([window for window, _ in batch])))
            for row, ((first, end), k) in enumerate(batch):
                at = store["documents"][k]
                out[k].take(first - at, end - at, outputs, row)
            batch.clear()
    for item in sorted(todo, key=length):
        if batch and length(item) * (len(batch) + 1) > batch_pieces:
            flush()
        batch.append(item)
    flush()
    return out
