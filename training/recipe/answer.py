"""A plain reading of the model's scores as the service's answer, to score the model before the service exists.

The service adds rules (quotation marks, dates, titles, gazetteers); nothing here replaces them.
"""
import numpy as np

from . import labels as L
from . import tasks
from .decode import governors, log_softmax, spans, viterbi
from .document import head_word
from .tasks import attribution, coreference
from .tasks import events as argument_head

HUMAN = {"he", "she", "him", "her", "his", "hers", "himself", "herself"}
PRONOUNS = HUMAN | {"they", "them", "their", "it", "its"}


def node(document, first, end, **more):
    start, stop = document.spans[first][0], document.spans[end - 1][1]
    return {"field": "body", "start": start, "end": stop, "text": document.text[start:stop], **more}


def link(p, word, query, key, candidates, fall=0.0, reach=1, margin=0.0):
    """Best of `candidates` for `word`, inside its window -> (candidate or None, its lead over "nothing")."""
    first, end = p.window[word]
    options = np.array([c for c in candidates if first <= c < end and c != word], int)
    if not len(options):
        return None, -np.inf
    q = p.outputs[query][word]
    scores = p.outputs[key][options] @ q / len(q) ** 0.5 - fall * np.minimum(np.abs(options - word), reach)
    lead = float(scores.max() - p.nothing[key][first] @ q / len(q) ** 0.5)
    return (int(options[scores.argmax()]) if lead > -margin else None), lead


def linked(p, word, kind, candidates, margin=0.0):
    """Best of `candidates` by the link of that kind, or None."""
    return link(p, word, *tasks.LINKS[kind][:2], candidates, *tasks.LINKS[kind][2:], margin)[0]


def attribution_link(p, word, kind, candidates):
    return linked(p, word, kind, candidates, attribution.MARGIN[kind])


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
    add_descriptions(p, groups)
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
        best, _ = link(p, i, "antecedent_q", "antecedent_k", names, margin=coreference.MARGIN["human" if human else "thing"])
        if best is not None:
            owner[best]["mentions"].append(node(p.document, i, i + 1, form="pronoun"))
            owner[best].setdefault("pronouns", []).append(i)


def add_descriptions(p, groups):
    """A noun that stands in no name and points to a name is a description; it begins at the first word that depends on it."""
    document = p.document
    owner, named = {h: g for g in groups for h in g["heads"]}, set()
    for g in groups:
        named |= {i for m in g["mentions"] if m["form"] == "name" for i in range(*document.locate(m["start"], m["end"]))}
    governor, upos = governors(p), p.outputs["upos"].argmax(-1)
    start = list(range(len(governor)))
    for i, to in enumerate(governor):
        if to > i:
            start[to] = min(start[to], i)
    for i, kind in enumerate(upos):
        if L.UPOS[kind] != "NOUN" or i in named or not document.words[i][0].isalpha():
            continue
        best = linked(p, i, "description", list(owner), coreference.DESCRIPTION_MARGIN)
        if best is not None:
            owner[best]["mentions"].append(node(document, start[i], i + 1, form="nominal"))


def quotes(p, groups, act=None, that=False):
    """Content segments that point to the same cue are one quote. `that`: contents take in their "that", as PolNeAR's do."""
    document, out, by_cue = p.document, [], {}
    cues = {first: (first, end) for first, end, _ in tagged(p, "cue")}
    sources = {first: (first, end) for first, end, _ in tagged(p, "source")}
    for layer in ("content", "inner"):
        for first, end, _ in tagged(p, layer):
            start = first - 1 if that and first and document.words[first - 1].lower() == "that" else first
            cue, source = attribution_link(p, first, "cue", list(cues)), attribution_link(p, first, "source", list(sources))
            if act and cue is not None and L.ACTS[int(p.outputs["act"][cue].argmax())] != act:
                continue
            if cue is not None and (cue, layer) in by_cue:
                by_cue[cue, layer]["content"].append(node(document, start, end))
                continue
            quote = {"id": f"q{len(out)}", "content": [node(document, start, end)], "cue": cue is not None and node(document, *cues[cue]) or None,
                     "source": source is not None and node(document, *sources[source]) or None}
            quote["speaker"] = speaker(quote["source"], groups)
            flags = p.document.features.quotes
            marked = flags[first] == 1
            quote["type"] = "direct" if marked else "mixed" if any(flags[i] == 1 for i in range(first, end)) else "indirect"
            if cue is not None:
                by_cue[cue, layer] = quote
            out.append(quote)
    return out


def speaker(source, groups):
    """The entity with a mention inside the source span, a person before an organisation, else the source's own words."""
    if not source:
        return None
    inside = [(g["type"] == "person", g["type"] == "organization", m["start"], g) for g in groups for m in g["mentions"]
              if source["start"] <= m["start"] and m["end"] <= source["end"]]
    if inside:
        best = max(inside, key=lambda row: row[:3])[3]
        return {"name": best["name"], "entity_id": best["id"]}
    return {"name": source["text"]}


def triggers(p):
    """[(first word, end word, type)]"""
    out, i = [], 0
    scores = p.outputs["trigger"].copy()
    scores[:, [0, -1]] -= argument_head.TRIGGER_BIAS
    best = scores.argmax(-1)
    while i < len(best):
        end = i + 1
        while end < len(best) and best[end] == best[i] and p.window[end] == p.window[i]:
            end += 1
        if L.TRIGGERS[best[i]] not in ("none", "other"):
            out.append((i, end, L.TRIGGERS[best[i]]))
        i = end
    return out


def events(p, groups):
    """One event per happening: a trigger joins the event of its type to which it points."""
    document, out, home = p.document, [], {}
    times = {span[0]: (start, end, value) for start, end, value in document.features.times if (span := document.locate(start, end))}
    places = {h for g in groups if g["type"] in ("location", "facility") for h in g["heads"]}
    for first, end, kind in triggers(p):
        found, spoken = arguments(p, first, kind)
        before = linked(p, first, "event", [t for t in home if home[t]["type"] == kind])
        when, where = linked(p, first, "event_time", list(times)), linked(p, first, "event_place", sorted(places))
        told = {"arguments": found, "place": node(document, where, where + 1) if where is not None else spoken,
                "time": {"value": times[when][2]} if when is not None else None}
        if before is None:
            event = {"id": f"v{len(out)}", "type": kind, "trigger": node(document, first, end), "mentions": [], **told,
                     "factuality": {"value": L.FACTUALITY[int(p.outputs["factuality"][first].argmax())]}}
            out.append(event)
        else:
            event = home[before]
            event["mentions"].append(node(document, first, end))
            event["arguments"] += [a for a in found if (a["role"], a["text"]) not in {(b["role"], b["text"]) for b in event["arguments"]}]
            event["place"], event["time"] = event["place"] or told["place"], event["time"] or told["time"]
        home[first] = event
    return out


def arguments(p, trigger, kind):
    """Every word takes its best slot; runs of one slot are arguments."""
    first, end = p.window[trigger]
    q = p.outputs["argument_q"][trigger].reshape(argument_head.SLOTS, argument_head.SIZE)
    scores = p.outputs["argument_k"][first:end] @ q.T / argument_head.SIZE ** 0.5
    scores -= argument_head.FALL * np.minimum(np.abs(np.arange(first, end) - trigger), argument_head.REACH)[:, None]
    best = np.where(scores.max(-1) > argument_head.NONE, scores.argmax(-1) + 1, 0)
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
    return {"entities": found, "quotes": quotes(p, found, act, that), "events": events(p, found), "times": []}
