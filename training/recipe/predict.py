"""Run a model (PyTorch or exported ONNX) over documents, window by window, as the service does."""
import numpy as np
import torch

from .batches import collate, windows


class Prediction:
    """Scores per word. `outputs[name]` [words, size]; `window[word]` is (first word, end word) of the word's window, and
    `nothing[name][first word]` the output at that window's [CLS]."""

    def __init__(self, document):
        self.document = document
        self.outputs, self.nothing, self.window = {}, {}, [None] * len(document.words)

    def take(self, window, outputs, row):
        first, end = window.first, window.end
        for name, values in outputs.items():
            if name not in self.outputs:
                self.outputs[name] = np.zeros((len(self.window), values.shape[-1]), np.float32)
                self.nothing[name] = {}
            self.outputs[name][first:end] = values[row, 1:end - first + 1]
            self.nothing[name][first] = values[row, 0]
        self.window[first:end] = [(first, end)] * (end - first)


def torch_runner(model):
    def run(batch):
        with torch.inference_mode():
            return {k: v.numpy() for k, v in model(batch).items()}
    model.eval()
    return run


def onnx_runner(path, threads=2):
    import onnxruntime
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options)
    names = [o.name for o in session.get_outputs()]

    def run(batch):
        inputs = {k: batch[k].numpy() for k in ("input_ids", "shape_ids", "quote_ids", "attention_mask", "membership")}
        index = batch["word_index"].numpy()[:, :, None]
        return {n: np.take_along_axis(v, index, 1) for n, v in zip(names, session.run(names, inputs))}
    return run


def predict(run, documents, limit=128, batch_pieces=2048):
    """-> [Prediction] in the order of `documents`."""
    out = [Prediction(d) for d in documents]
    todo = sorted(((w, k) for k, d in enumerate(documents) for w in windows(d, limit)), key=lambda x: x[0].length)
    batch = []

    def flush():
        if batch:
            outputs = run(collate([w for w, _ in batch], []))
            for row, (window, k) in enumerate(batch):
                out[k].take(window, outputs, row)
            batch.clear()
    for item in todo:
        if batch and item[0].length * (len(batch) + 1) > batch_pieces:
            flush()
        batch.append(item)
    flush()
    return out
