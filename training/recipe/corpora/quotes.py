"""Attribution: PolNeAR and GUM. Contents are brought to our scheme: no outer marks, no introducing "that"."""
from .. import labels as L
from ..document import Document, Link
from . import corpus, lines

MARKS = set("\"“”„«»") | {"``", "''"}
EDGE = MARKS | {",", ":", ";", "'", "‘", "’"}
THOUGHT = {form for stem in ("think thinks thought thinking", "believe believes believed believing", "want wants wanted",
           "hope hopes hoped hoping", "feel feels felt feeling", "fear fears feared", "know knows knew known",
           "expect expects expected expecting", "plan plans planned planning", "intend intends intended", "wish wishes wished",
           "consider considers considered considering", "decide decides decided", "doubt doubts doubted", "assume assumes assumed",
           "seek seeks sought seeking", "understand understands understood", "belief", "intention", "wonder wonders wondered",
           "remember remembers", "prefer prefers preferred", "worry worries worried")
           for form in stem.split()}
SPEECH = {form for form in ("said say says saying told tell tells telling according added adds add wrote write writes announced "
          "announce announces argued argue argues claimed claim claims warned warn warns denied deny denies stated states "
          "explained explains noted notes tweeted replied asked asks insisted insists reported reports declared called "
          "acknowledged suggested confirmed urged praised criticized criticised described promised vowed pledged accused "
          "responded remarked concluded statement interview").split()}


def trimmed(words, span):
    """Span without marks and commas at its edges and without a leading "that"."""
    first, end = span
    while first < end and (words[first] in EDGE or words[first].lower() == "that" and end - first > 3):
        first += 1
    while end > first and (words[end - 1] in EDGE or words[end - 1] == "." and end < len(words) and words[end] not in MARKS):
        end -= 1
    return (first, end) if first < end else None


def add_quotes(document, quotes, act=0):
    """Labels for the content, inner, source, cue and act heads; content -> cue and content -> source links.

    A content inside another goes to `inner`. Links start at the first word of each segment.
    """
    _, begin, inside = 1, 2, 4
    for head in ("content", "inner", "source", "cue"):
        document.start_labels(head, L.OUTSIDE)
    document.start_labels("act", 0)
    located = []
    for quote in quotes:
        parts = {k: [s for s in (document.locate(*p) for p in quote[k]) if s] for k in ("content", "cue", "source")}
        parts["content"] = [s for s in (trimmed(document.words, s) for s in parts["content"]) if s]
        if parts["content"]:
            located.append(parts)
    reach = [(min(s for s, _ in p["content"]), max(e for _, e in p["content"])) for p in located]
    links = {"cue": [], "source": []}
    for i, parts in enumerate(located):
        (start, end) = reach[i]
        nested = any(j != i and a <= start and end <= b and ((a, b) != (start, end) or j < i) for j, (a, b) in enumerate(reach))
        for head, spans in (("inner" if nested else "content", parts["content"]), ("cue", parts["cue"]), ("source", parts["source"])):
            for span in spans:
                document.mark(head, span, begin, inside)
        for span in parts["content"]:
            links["cue"].append(Link(span[0], tuple(s for s, _ in parts["cue"])))
            links["source"].append(Link(span[0], tuple(s for s, _ in parts["source"])))
        for span in parts["cue"]:
            for k in range(*span):
                document.labels["act"][k] = act or act_of(document.words[span[0]:span[1]])
    for kind, rows in links.items():  # the taggers find the spans; the link only chooses among them
        starts = tuple(sorted({s for parts in located for s, _ in parts[kind]}))
        document.links[kind] = [Link(row.anchor, row.targets, starts) for row in rows]


def act_of(words):
    """Weak label by the cue's words; 0 where they do not tell."""
    words = {w.lower() for w in words}
    if words & SPEECH:
        return L.bits(L.ACTS, ["speech"])
    return L.bits(L.ACTS, ["thought"]) if words & THOUGHT else 0


@corpus("polnear", "unlicensed", 1.8)
def polnear(data, classes, split="train"):
    for row in lines(data, f"quotes/polnear/{split}.jsonl"):
        document = Document(row["id"], "polnear", row["text"])
        add_quotes(document, row["quotes"])
        yield document


@corpus("gum_quotes", "open", 1)
def gum(data, classes):
    """Quoted sentences without a cue of their own are not annotated here: words in marks that are no content are masked."""
    for row in lines(data, "quotes/gum/train.jsonl"):
        document = Document(row["id"], "gum_quotes", row["text"])
        quotes = [q for q in row["quotes"] if sum(e - s for s, e in q["content"]) < 600]
        add_quotes(document, quotes)
        for i, flag in enumerate(document.features.quotes):
            if flag and document.labels["content"][i] == L.OUTSIDE:
                document.labels["content"][i] = 0
        yield document
