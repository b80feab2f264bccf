"""From scores to spans: Viterbi over BIO with transition constraints."""
import numpy as np


def log_softmax(x):
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def transitions(labels):
    """[from, to] penalty: I-x may only follow B-x or I-x."""
    out = np.zeros((len(labels), len(labels)), np.float32)
    for j, to in enumerate(labels):
        if to.startswith("I"):
            for i, previous in enumerate(labels):
                if previous not in ("B" + to[1:], to):
                    out[i, j] = -1e4
    return out


def viterbi(scores, labels):
    """scores [words, labels] (any scale) -> label index per word, the best allowed sequence."""
    if not len(scores):
        return []
    steps, back = transitions(labels), []
    state = scores[0] + np.array([-1e4 if name.startswith("I") else 0.0 for name in labels])
    for row in scores[1:]:
        total = state[:, None] + steps
        back.append(total.argmax(0))
        state = total.max(0) + row
    path = [int(state.argmax())]
    for row in reversed(back):
        path.append(int(row[path[-1]]))
    return path[::-1]


def spans(path, labels):
    """[(first word, end word, type)] of a BIO path; the type is "" where the labels have none."""
    out = []
    for i, index in enumerate(path):
        name = labels[index]
        if name.startswith("B") or name.startswith("I") and not (out and out[-1][1] == i and out[-1][2] == name[2:]):
            out.append((i, i + 1, name[2:]))
        elif name.startswith("I"):
            out[-1] = (out[-1][0], i + 1, out[-1][2])
    return out


def governors(p):
    """Governor of every word of a Prediction, -1 for the root: the best-scoring word of its sentence inside its window. With no
    care for a tree: a sentence may have several roots, or a circle."""
    bounds, out = p.document.sentences + [len(p.document.words)], np.full(len(p.document.words), -1)
    for start, stop in zip(bounds, bounds[1:]):
        while start < stop:
            first, end = max(start, p.window[start][0]), min(stop, p.window[start][1])
            queries, keys = p.outputs["governor_q"][first:end], p.outputs["governor_k"][first:end]
            scores = queries @ keys.T
            np.fill_diagonal(scores, -np.inf)
            root = queries @ p.nothing["governor_k"][p.window[start][0]]
            best = scores.argmax(-1)
            out[first:end] = np.where(root >= scores.max(-1), -1, best + first)
            start = end
    return out
