"""Label inventories of every head, in output order, and bit masks over them.

A word's target for a tagging head is an integer whose bit `i` is set when label `i` may be right. Several bits say that
the corpus cannot tell them apart (partial label); 0 says that the word is not annotated and takes no part in the loss.
"""

NAME_TYPES = ["person", "organization", "location", "group", "facility", "product", "event", "work", "law", "misc"]
NAMES = ["O"] + [f"{edge}-{kind}" for kind in NAME_TYPES for edge in "BI"]
BIO = ["O", "B", "I"]
ACTS = ["speech", "thought"]
FACTUALITY = ["actual", "negated", "planned", "hypothetical", "generic"]

# Each event type's roles and the slot that stands for the role. Slots are shared by all types, so that "who does it"
# is learned once; within a type no two roles share a slot, so (type, slot) names one role.
ROLES = {
    "conflict.attack": "attacker=agent target=patient instrument=instrument",
    "conflict.protest": "demonstrator=agent cause=cause target=patient",
    "conflict.mobilize": "actor=agent force=instrument target=patient",
    "conflict.truce": "actor=agent opponent=counterpart",
    "politics.election": "candidate=agent electorate=patient position=topic opponent=counterpart",
    "politics.policy": "lawmaker=agent law=topic affected=patient",
    "diplomacy.meeting": "participant=agent topic=topic host=counterpart",
    "diplomacy.agreement": "party=agent topic=topic",
    "diplomacy.sanction": "imposer=agent target=patient topic=topic",
    "diplomacy.aid": "giver=agent recipient=counterpart beneficiary=patient asset=amount",
    "diplomacy.threat": "actor=agent target=patient content=topic",
    "statement.announce": "speaker=agent content=topic audience=counterpart",
    "statement.accuse": "speaker=agent target=patient content=topic",
    "statement.praise": "speaker=agent target=patient content=topic",
    "statement.demand": "speaker=agent target=patient content=topic",
    "statement.reject": "speaker=agent target=patient content=topic",
    "justice.crime": "perpetrator=agent victim=patient crime=cause instrument=instrument",
    "justice.investigate": "investigator=agent suspect=patient crime=cause",
    "justice.arrest": "agent=agent person=patient crime=cause",
    "justice.charge": "prosecutor=agent defendant=patient crime=cause court=org",
    "justice.trial": "prosecutor=agent defendant=patient crime=cause court=org",
    "justice.verdict": "court=org defendant=patient crime=cause sentence=amount",
    "justice.seizure": "agent=agent person=counterpart artifact=patient",
    "justice.release": "agent=agent person=patient crime=cause",
    "business.acquisition": "buyer=agent target=patient seller=counterpart price=amount",
    "business.transaction": "buyer=agent seller=counterpart asset=patient price=amount",
    "business.results": "company=agent indicator=topic amount=amount direction=instrument",
    "business.org_start": "founder=agent org=patient",
    "business.org_end": "org=patient",
    "business.product": "maker=agent product=patient",
    "personnel.start": "person=patient position=topic org=org",
    "personnel.end": "person=patient position=topic org=org reason=cause",
    "life.die": "victim=patient agent=agent cause=cause instrument=instrument",
    "life.injure": "victim=patient agent=agent cause=cause instrument=instrument",
    "life.family": "person=patient",
    "disaster.natural": "hazard=agent affected=patient magnitude=amount",
    "disaster.accident": "vehicle=instrument driver=agent affected=patient",
    "disaster.damage": "agent=agent artifact=patient instrument=instrument",
    "disaster.response": "rescuer=agent person=patient from=origin to=destination",
    "disaster.warning": "agent=agent hazard=cause affected=patient",
    "health.outbreak": "disease=cause victim=patient",
    "health.treatment": "treater=agent patient=patient disease=cause instrument=instrument",
    "sports.match": "competitor=agent opponent=counterpart score=amount competition=topic",
    "culture.event": "organizer=agent participant=patient",
    "culture.award": "awarder=agent recipient=patient award=amount",
    "science.discovery": "researcher=agent finding=topic org=org",
    "cyber.attack": "attacker=agent victim=patient tool=instrument data=amount",
    "cyber.vulnerability": "discoverer=agent system=patient vulnerability=topic patch=instrument",
    "movement.travel": "agent=agent person_or_artifact=patient from=origin to=destination vehicle=instrument",
}
ROLES = {kind: dict(pair.split("=") for pair in roles.split()) for kind, roles in ROLES.items()}
EVENT_TYPES = list(ROLES)
TRIGGERS = ["none"] + EVENT_TYPES + ["other"]
SLOTS = ["none", "agent", "patient", "counterpart", "instrument", "topic", "cause", "org", "amount", "origin",
         "destination", "place"]
ROLE_OF = {kind: {slot: role for role, slot in roles.items()} for kind, roles in ROLES.items()}

# Event types that no other corpus marks, and the types as which those corpora's kin may count.
KIN = {"statement.praise": ["statement.accuse", "statement.announce", "diplomacy.aid"],
       "justice.seizure": ["justice.arrest", "justice.crime", "justice.investigate", "business.transaction"],
       "disaster.warning": ["diplomacy.threat", "statement.announce", "disaster.natural", "health.outbreak"]}

# Universal Dependencies, version 2. A subtype that is not listed counts as its relation.
UPOS = ["ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"]
RELATIONS = ["root", "punct", "case", "det", "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "obj", "iobj", "obl", "obl:agent",
             "obl:unmarked", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "nmod", "nmod:poss", "nmod:unmarked", "nmod:desc", "appos",
             "nummod", "amod", "advmod", "aux", "aux:pass", "cop", "mark", "cc", "conj", "compound", "compound:prt", "flat", "fixed",
             "parataxis", "expl", "discourse", "vocative", "list", "dislocated", "orphan", "goeswith", "reparandum", "dep"]

# Every tagging head: output name -> labels. Link heads are declared by their task.
TAGGERS = {"names": NAMES, "content": BIO, "inner": BIO, "source": BIO, "cue": BIO, "act": ACTS, "trigger": TRIGGERS,
           "factuality": FACTUALITY, "upos": UPOS, "relation": RELATIONS}


def bits(labels, chosen):
    """Bit mask of the chosen labels."""
    mask = 0
    for label in chosen:
        mask |= 1 << labels.index(label)
    return mask


def name_bits(kinds):
    """(mask of the first word, mask of the following words) of a name that has one of the given types."""
    return bits(NAMES, [f"B-{k}" for k in kinds]), bits(NAMES, [f"I-{k}" for k in kinds])


OUTSIDE = 1
ANY_TRIGGER = (1 << len(TRIGGERS)) - 1
ANY_SLOT = (1 << len(SLOTS)) - 1
