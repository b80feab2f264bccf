"""A plain reading of the model's scores as the service's answer, to score the model before the service exists.

The service adds rules (quotation marks, dates, titles, gazetteers); nothing here replaces them.
"""
import numpy as np

from . import labels as L
from .decode import log_softmax, spans, viterbi
from .document import head_word
from .tasks.events import SLOTS
from .tasks.events import SIZE as ARGUMENT

HUMAN = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
PRONOUNS = HUMAN | {"they", "them", "their", "it", "its"}


def node(document, first, end, **more):
    start, stop = document.spans[first][0], document.spans[end - 1][1]
    return {"field": "body", "start": start, "end": stop, "text": document.text[start:stop], **more}


def link(p, word, query, key, candidates):
    """Best of `candidates` for `word`, inside its window; None when [CLS] wins. -> (word or None, margin over nothing)"""
    first, end = p.window[word]
    options = [c for c in candidates if first <= c < end and c != word]
    q = p.outputs[query][word]
    none = float(q @ p.nothing[key][first])
    if not options:
        return None, 0.0
    scores = p.outputs[key][options] @ q
    best = int(scores.argmax())
    return (options[best] if scores[best] > none else None), float(scores[best] - none) / len(q) ** 0.5


def tagged(p, head):
    names = L.TAGGERS[head]
    return spans(viterbi(log_softmax(p.outputs[head]), names), names)


def entities(p):
    """Name mentions by Viterbi; same words, or a person's last word, join; pronouns by antecedent."""
    document, groups = p.document, []
    for first, end, kind in tagged(p, "names"):
        words = [document.words[i].lower() for i in range(first, end)]
        home = next((g for g in groups if g["type"] == kind and (words in g["forms"] or kind == "person" and any(set(words) <= set(f) for f in g["forms"]))), None)
        if home is None:
            home = {"id": f"e{len(groups)}", "type": kind, "forms": [], "mentions": [], "heads": []}
            groups.append(home)
        home["forms"].append(words)
        home["heads"].append(head_word(document.words, (first, end)))
        home["mentions"].append(node(document, first, end, form="name"))
    add_pronouns(p, groups)
    for g in groups:
        g["name"] = max((m["text"] for m in g["mentions"] if m["form"] == "name"), key=len)
    return groups


def add_pronouns(p, groups):
    owner = {h: g for g in groups for h in g["heads"]}
    words = p.document.words
    for i, word in enumerate(words):
        if word.lower() not in PRONOUNS:
            continue
        human = word.lower() in HUMAN
        names = [h for h, g in owner.items() if not human or g["type"] == "person"]
        best, margin = link(p, i, "antecedent_q", "antecedent_k", names)
        if margin > (-3.0 if human else 0.0):
            first, end = p.window[i]
            options = [h for h in names if first <= h < end]
            if best is None and options:
                best = options[int((p.outputs["antecedent_k"][options] @ p.outputs["antecedent_q"][i]).argmax())]
        if best is not None:
            owner[best]["mentions"].append(node(p.document, i, i + 1, form="pronoun"))
            owner[best].setdefault("pronouns", []).append(i)


def quotes(p, groups, act=None, that=False):
    """Content segments that point to the same cue are one quote. `that`: contents take in their "that", as PolNeAR's do."""
    document, out, by_cue = p.document, [], {}
    cues = {first: (first, end) for first, end, _ in tagged(p, "cue")}
    sources = {first: (first, end) for first, end, _ in tagged(p, "source")}
    for layer in ("content", "inner"):
        for first, end, _ in tagged(p, layer):
            start = first - 1 if that and first and document.words[first - 1].lower() == "that" else first
            cue, _ = link(p, first, "content_q", "cue_k", list(cues))
            source, _ = link(p, first, "content_source_q", "source_k", list(sources))
            if act and cue is not None and L.ACTS[int(p.outputs["act"][cue].argmax())] != act:
                continue
            if cue is not None and (cue, layer) in by_cue:
                by_cue[cue, layer]["content"].append(node(document, start, end))
                continue
            quote = {"id": f"q{len(out)}", "content": [node(document, start, end)], "cue": cue is not None and node(document, *cues[cue]) or None,
                     "source": source is not None and node(document, *sources[source]) or None}
            quote["speaker"] = speaker(quote["source"], groups)
            flags = p.encoded.quotes
            marked = flags[first] == 1
            quote["type"] = "direct" if marked else "mixed" if any(flags[i] == 1 for i in range(first, end)) else "indirect"
            if cue is not None:
                by_cue[cue, layer] = quote
            out.append(quote)
    return out


def speaker(source, groups):
    """The entity with a mention inside the source span, else the source's own words."""
    if not source:
        return None
    for g in groups:
        if any(source["start"] <= m["start"] and m["end"] <= source["end"] for m in g["mentions"]):
            return {"name": g["name"], "entity_id": g["id"]}
    return {"name": source["text"]}


def events(p):
    document, out, i = p.document, [], 0
    scores = log_softmax(p.outputs["trigger"])
    best = scores.argmax(-1)
    while i < len(best):
        end = i + 1
        kind = L.TRIGGERS[best[i]]
        while end < len(best) and best[end] == best[i] and p.window[end] == p.window[i]:
            end += 1
        if kind not in ("none", "other"):
            found = arguments(p, i, kind)
            out.append({"id": f"v{len(out)}", "type": kind, "trigger": node(document, i, end), "arguments": found[0],
                        "place": found[1], "factuality": {"value": L.FACTUALITY[int(p.outputs["factuality"][i].argmax())]}})
        i = end
    return out


def arguments(p, trigger, kind):
    """Every word takes its best slot; runs of one slot are arguments."""
    first, end = p.window[trigger]
    q = p.outputs["argument_q"][trigger].reshape(SLOTS, ARGUMENT)
    scores = p.outputs["argument_k"][first:end] @ q.T / ARGUMENT ** 0.5
    best = np.where(scores.max(-1) > 2.0, scores.argmax(-1) + 1, 0)
    out, place, i = [], None, 0
    while i < len(best):
        stop = i + 1
        while stop < len(best) and best[stop] == best[i]:
            stop += 1
        slot = L.SLOTS[best[i]]
        if slot == "place":
            place = place or node(p.document, first + i, first + stop)
        elif slot in L.ROLE_OF[kind]:
            out.append(node(p.document, first + i, first + stop, role=L.ROLE_OF[kind][slot], entity_id=None))
        i = stop
    return out, place


def answer(p, act=None, that=False):
    found = entities(p)
    return {"entities": found, "quotes": quotes(p, found, act, that), "events": events(p), "times": []}
