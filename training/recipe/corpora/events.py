"""Event corpora: triggers through the maps of event_types.json, arguments where roles translate, factuality."""
import json
import os

from .. import labels as L
from ..document import Arguments, Document, Link
from . import corpus, lines

# A corpus' role -> slot. "agent|patient": either, the corpus does not tell. A role that is missing here is masked.
SLOT_OF = {slot: names.split() for slot, names in {
    "agent": "Attacker Killer Injurer Participant Communicator Jailer Transporter Prosecutor Treater ManufacturerAssembler "
             "Demonstrator Perpetrator Researcher Destroyer DamagerDestroyer Dismantler Damager Disabler Investigator Victor "
             "Entity Agent Giver Speaker Assailant Terrorist Traveler Traveller Self_mover Buyer Helper Signatory Partners "
             "Participants Interlocutors",
    "patient": "Victim Target Detainee Artifact PassengerArtifact Defendant AcquiredEntity Patient Person Employee Goods "
               "Deceased Suspect Evaluee",
    "counterpart": "Defeated Seller Addressee", "instrument": "ExplosiveDevice Instrument Vehicle", "cause": "Disease",
    "topic": "Topic Subject Message Content", "org": "JudgeCourt PlaceOfEmployment", "amount": "PaymentBarter",
    "origin": "Origin", "destination": "Destination", "place": "Place"}.items()}
SLOT_OF = {role: slot for slot, roles in SLOT_OF.items() for role in roles}
EXCEPTIONS = {("business.transaction", "Recipient"): "agent", ("business.transaction", "Giver"): "counterpart",
              ("diplomacy.threat", "Recipient"): "patient", ("statement.demand", "Recipient"): "patient",
              ("statement.announce", "Recipient"): "counterpart", ("diplomacy.aid", "Recipient"): "counterpart",
              ("statement.demand", "Addressee"): "patient", ("movement.travel", "Artifact"): "agent|patient",
              ("movement.travel", "PassengerArtifact"): "agent|patient", ("movement.travel", "Theme"): "agent|patient"}
# Corpus types whose triggers are often none of ours: the mapped type or "other" (or nothing, for plain "said").
WEAK = {"Statement", "Expressing_publicly", "Reporting", "Telling"}


def load_maps(data):
    with open(os.path.join(data, "events", "event_types.json"), encoding="utf-8") as file:
        content = json.load(file)
    return content["maps"], WEAK | set(content["weak_mappings_review_before_use"])


def slot_mask(kind, role):
    slots = EXCEPTIONS.get((kind, role)) or SLOT_OF.get(role)
    if not slots:
        return L.ANY_SLOT
    return L.bits(L.SLOTS, slots.split("|"))


def with_kin(kinds):
    """`kinds`, and the types that other corpora do not mark and count as one of them, or as nothing."""
    return list(dict.fromkeys([*kinds, *(new for new, old in L.KIN.items() if {*old, "other"} & set(kinds))]))


def add_triggers(document, events, kinds_of, outside):
    """`kinds_of(type)`: our labels that the corpus type may be. `outside`: mask of words that are no trigger (0: masked)."""
    document.start_labels("trigger", outside)
    for event in events:
        span = document.locate(*event["trigger"])
        if not span:
            continue
        kinds = with_kin(kinds_of(event["type"]))
        mask = L.bits(L.TRIGGERS, kinds)
        for i in range(*span):
            document.labels["trigger"][i] = mask
        spans = []
        for argument in event.get("args", []):
            where = document.locate(*argument["span"])
            if where:
                spans.append((*where, slot_mask(kinds[0], argument["role"])))
        if spans:
            document.arguments.append(Arguments(span[0], spans))
    return document


def outside_mask(covered):
    """No trigger, "other", or a type that the corpus does not annotate."""
    return L.bits(L.TRIGGERS, ["none", "other", *(t for t in L.EVENT_TYPES if t not in covered)])


@corpus("wikievents", "open", 2.5)
def wikievents(data, classes):
    """The training types have two levels: Contact.Contact may be a meeting, Movement.Transportation an evacuation."""
    maps, _ = load_maps(data)
    also = {"Contact.Contact": ["diplomacy.meeting"], "Movement.Transportation": ["disaster.response"]}
    table = {k: v for k, v in maps["wikievents"].items() if k.count(".") == 1}
    outside = outside_mask({v for v in table.values() if v} - {"statement.announce", "statement.demand", "diplomacy.threat"})
    for row in lines(data, "events/wikievents/train.jsonl"):
        document = Document(row["id"], "wikievents", row["text"])
        yield add_triggers(document, row["events"], lambda t: [table.get(t) or "other", *also.get(t, [])], outside)


@corpus("m2e2", "unlicensed", 2.5)
def m2e2(data, classes):
    maps, _ = load_maps(data)
    table = maps["ace_m2e2"]
    covered = {"conflict.attack", "conflict.protest", "justice.arrest", "life.die", "diplomacy.meeting", "movement.travel"}
    for row in lines(data, "events/m2e2/train.jsonl"):
        document = Document(row["id"], "m2e2", row["text"])
        yield add_triggers(document, row["events"], lambda t: [table.get(t) or "other"], outside_mask(covered))


@corpus("maven", "open", 0.4, noisy=True)
def maven(data, classes):
    """Exhaustive triggers on Wikipedia sentences; weak types may be "other", or nothing at all."""
    maps, weak = load_maps(data)
    table = maps["maven_geneva"]
    covered = {kind for kind in table.values() if kind}
    for part in ("train", "test"):
        for row in lines(data, f"events/maven_sentences/{part}.jsonl"):
            document = Document(row["id"], "maven", row["text"])
            kinds = lambda t: [table.get(t) or "other"] + (["other", "none"] if t in weak else [] if table.get(t) else ["none"])  # noqa: E731
            yield add_triggers(document, row["events"], kinds, outside_mask(covered))


@corpus("geneva", "open", 0.5, noisy=True)
def geneva(data, classes):
    """Triggers are not exhaustive: words outside are masked."""
    maps, weak = load_maps(data)
    table = maps["maven_geneva"]
    for row in lines(data, "events/geneva/train.jsonl"):
        document = Document(row["id"], "geneva", row["text"])
        kinds = lambda t: [table.get(t) or "other"] + (["other", "none"] if t in weak else [] if table.get(t) else ["none"])  # noqa: E731
        yield add_triggers(document, row["events"], kinds, 0)


CRUDE = {"Movement-down-loss": "business.results", "Movement-up-gain": "business.results", "Movement-flat": "business.results",
         "Cause-movement-down-loss": "business.results", "Cause-movement-up-gain": "business.results",
         "Embargo": "diplomacy.sanction", "Civil-unrest": "conflict.protest"}


@corpus("crudeoil", "open", 0.2, noisy=True)
def crudeoil(data, classes):
    for row in lines(data, "events/crudeoilnews/train_triggers.jsonl"):
        document = Document(row["id"], "crudeoil", row["text"])
        covered = {"business.results", "diplomacy.sanction"}
        yield add_triggers(document, row["events"], lambda t: [CRUDE.get(t, "other")] + ([] if t in CRUDE else ["none"]), outside_mask(covered))


@corpus("uds_factuality", "open", 0.15, noisy=True)
def uds_factuality(data, classes):
    """-3 .. +3: the ends are actual and negated, the middle is one of the others."""
    open_values = L.bits(L.FACTUALITY, ["planned", "hypothetical", "generic"])
    for row in lines(data, "events/factuality_uds_ih2/train.jsonl"):
        document = Document(row["id"], "uds_factuality", row["text"])
        values = document.start_labels("factuality", 0)
        for event in row["events"]:
            span, score = document.locate(*event["trigger"]), event["factuality"]
            if span and abs(score) > 1.5:
                values[span[0]] = L.bits(L.FACTUALITY, ["actual", "generic"] if score > 0 else ["negated"])
            elif span and abs(score) < 0.8:
                values[span[0]] = open_values
        yield document


@corpus("ecbplus", "open", 1.0)
def ecbplus(data, classes):
    """Which triggers of an article mean the same happening, in the sentences that were annotated carefully."""
    for row in lines(data, "events/ecbplus/train.jsonl"):
        document = Document(row["id"], "ecbplus", row["text"])
        careful = set(row["validated_sentences"])
        found = [(document.locate(*event["trigger"]), event.get("coref")) for event in row["events"] if event["sent"] in careful]
        triggers = sorted({span[0]: chain for span, chain in found if span}.items())
        candidates, seen, links = tuple(word for word, _ in triggers), {}, []
        for word, chain in triggers:
            same = seen.setdefault(chain, []) if chain else []
            links.append(Link(word, tuple(same), candidates))
            same.append(word)
        document.links["event"] = links
        yield document
