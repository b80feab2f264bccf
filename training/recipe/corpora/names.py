"""Named-entity corpora. Each maps its types to sets of ours and names the types it does not annotate."""
import re

from .. import labels as L
from ..document import Document
from . import corpus, lines

OTHERS = ["event", "work", "law", "misc"]
CONLL = {"PER": ["person"], "ORG": ["organization"], "LOC": ["location", "facility"],
         "MISC": ["group", "product", "event", "work", "law", "misc"]}
TITLE = {"mr.", "mrs.", "ms.", "dr.", "president", "prime", "minister", "secretary", "general", "vice", "foreign", "senator",
         "king", "queen", "prince", "pope", "chancellor", "premier", "defense", "state", "former", "u.s.", "chief", "sheikh",
         "ambassador", "spokesman", "colonel", "lieutenant", "judge", "justice", "interior", "deputy", "gen.", "col.", "sen.",
         "lt.", "chairman", "director", "governor", "mayor", "captain", "leader", "finance", "professor"}
DEMONYM = re.compile(r"(?:ish|ese|ians?|eans?|[a-z]ans|is|an|i|ic|ch)$")


def annotate(document, entities, mapping, missing=(), unsure=lambda word: False):
    """`mapping`: corpus type -> our types ([]: masked; None: not a name). `missing`: our types that the corpus leaves
    unannotated: a capitalised word outside may be one of them. `unsure(word)`: outside words to mask."""
    row = document.start_labels("names", L.OUTSIDE)
    first, rest = L.name_bits(missing)
    for i, word in enumerate(document.words):
        if unsure(word):
            row[i] = 0
        elif missing and not word.islower() and any(c.isalpha() for c in word):
            row[i] = L.OUTSIDE | first | rest
    for entity in sorted(entities, key=lambda e: e["end"] - e["start"]):
        kinds = mapping.get(entity["type"], [])
        span = document.locate(entity["start"], entity["end"])
        if kinds is None or not span:
            continue
        for i in range(*span):
            row[i] = 1
        if kinds:
            document.mark("names", span, *L.name_bits(kinds))
        else:
            row[span[0]:span[1]] = [0] * (span[1] - span[0])
    return document


def read(data, path, name, mapping, **options):
    for row in lines(data, path):
        yield annotate(Document(row["id"], name, row["text"]), row["entities"], mapping, **options)


@corpus("worldwide", "unlicensed", 4)
def worldwide(data, classes, split="train"):
    mapping = {"Person": ["person"], "Organization": ["organization"], "Location": ["location"], "NORP": ["group"],
               "Facility": ["facility"], "Product": ["product"], "Misc": OTHERS, "Date": None, "Money": None}
    yield from read(data, f"ner/worldwide_newswire/{split}.jsonl", "worldwide", mapping)


@corpus("gmb", "open", 0.1, noisy=True)
def gmb(data, classes):
    """Silver; titles stand inside persons and are cut off; every fourth sentence is enough."""
    mapping = {"per": ["person"], "org": ["organization"], "geo": ["location", "facility"], "gpe": ["group", "location"],
               "tim": None, "eve": ["event"], "art": ["work", "product"], "nat": []}
    for i, row in enumerate(lines(data, "ner/gmb/train.jsonl")):
        if i % 3:
            continue
        document = Document(row["id"], "gmb", row["text"])
        for entity in row["entities"]:
            span = document.locate(entity["start"], entity["end"])
            while entity["type"] == "per" and span and span[0] + 1 < span[1] and document.words[span[0]].lower() in TITLE:
                span = (span[0] + 1, span[1])
                entity["start"] = document.spans[span[0]][0]
        yield annotate(document, row["entities"], mapping, missing=["facility", "product", *OTHERS])


@corpus("gum_names", "open", 1, noisy=True)
def gum(data, classes):
    """Derived spans: what is capitalised and unmarked is masked."""
    mapping = {"person": ["person", "group"], "organization": ["organization"], "place": ["location", "facility", "group"],
               "event": ["event"], "object": ["product", "facility", "work"], "abstract": ["misc", *OTHERS, "product", "group"],
               "time": None}
    yield from read(data, "ner/gum_open/train.jsonl", "gum_names", mapping, unsure=lambda w: not w.islower() and w[0].isalpha())


@corpus("redocred", "open", 0.1, noisy=True)
def redocred(data, classes):
    """Nationalities are LOC or MISC at random: a demonym is left open."""
    mapping = {"PER": ["person"], "ORG": ["organization"], "LOC": ["location", "facility", "group"],
               "MISC": ["group", "product", *OTHERS], "TIME": None, "NUM": None}
    yield from read(data, "ner/redocred/train.jsonl", "redocred", mapping)


CROSSNER = {"person": ["person"], "politician": ["person"], "writer": ["person"], "musicalartist": ["person"],
            "organisation": ["organization"], "politicalparty": ["organization", "group"], "band": ["organization"],
            "country": ["location"], "location": ["location", "facility"], "election": ["event"], "event": ["event"],
            "award": ["event"], "book": ["work"], "poem": ["work"], "magazine": ["work", "organization"], "album": ["work"],
            "song": ["work"], "misc": [], "literarygenre": [], "musicgenre": [], "musicalinstrument": []}


@corpus("crossner", "open", 0.7)
def crossner(data, classes):
    for path in ("crossner/train", "crossner/dev", "crossner_other/literature-train", "crossner_other/literature-dev",
                 "crossner_other/music-train", "crossner_other/music-dev"):
        yield from read(data, f"ner/{path}.jsonl", "crossner", CROSSNER, missing=["law", "product", "misc", "group"])


@corpus("wikigold", "open", 0.7)
def wikigold(data, classes):
    yield from read(data, "ner/wikigold/train.jsonl", "wikigold", CONLL)


@corpus("europarl", "open", 0.3)
def europarl(data, classes):
    yield from read(data, "ner/europarl_en/train.jsonl", "europarl", CONLL)


@corpus("btc", "open", 0.2, noisy=True)
def btc(data, classes):
    yield from read(data, "ner/btc/section_g.jsonl", "btc", CONLL, missing=["group", "facility", "product", *OTHERS])


@corpus("re3d", "open", 0.5, noisy=True)
def re3d(data, classes):
    """Common nouns are annotated too: only spans with a capital count, the others are masked."""
    mapping = {"Person": ["person"], "Organisation": ["organization", "group"], "Location": ["location", "facility"],
               "Nationality": ["group"], "Temporal": None, "Money": None, "Quantity": None, "Weapon": ["product"],
               "MilitaryPlatform": ["product"], "DocumentReference": ["work", "law", "organization"]}
    for part in ("CENTCOM", "UK_Government", "US_State_Department", "Wikipedia", "Delegation_of_the_European_Union_to_Syria",
                 "Australian_Department_of_Foreign_Affairs"):
        for row in lines(data, f"ner/re3d/{part}.jsonl"):
            for entity in row["entities"]:
                text = row["text"][entity["start"]:entity["end"]]
                if text.lower().startswith("the "):
                    entity["start"] += 4
                if not all(w[0].isupper() for w in text[-(entity["end"] - entity["start"]):].split()[-1:]):
                    entity["type"] = "unclear"
            yield annotate(Document(row["id"], "re3d", row["text"]), row["entities"], mapping, missing=["facility", *OTHERS])
