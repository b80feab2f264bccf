"""Sports results, standings, datelines and all-caps headlines, written by rule from public name lists (CC0, CC BY, PDDL).

No sentence of any corpus stands here. They teach what running text never shows: a city in a results table is a team,
a country in brackets after an athlete is a place, a headline in capitals still has names.
"""
import csv
import os
import random

from .. import labels as L
from ..document import Document
from . import corpus

SPORTS = ["SOCCER", "BASEBALL", "BASKETBALL", "ICE HOCKEY", "RUGBY UNION", "CRICKET", "TENNIS", "GOLF", "ATHLETICS", "CYCLING"]
NICK = "Lions Bears Hawks Rovers Comets Miners Kings Pilots Rangers Bulls Storm Wolves Giants Saints Dolphins Stars".split()


class Names:
    def __init__(self, data, seed):
        self.random = random.Random(seed)
        column = lambda name, count, key="name": [r[key] for r in csv.DictReader(open(os.path.join(data, "gazetteers", name), encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE)][:count]  # noqa: E731
        self.first, self.last = column("first_names_cc0.tsv", 2000), column("surnames_cc0.tsv", 2000)
        self.cities, self.countries = column("cities_geonames15000.tsv", 1500), column("countries.tsv", 300)
        self.clubs = [c for c in column("football_clubs.tsv", 4000) if 2 < len(c) < 24]
        self.demonyms = [d for d in column("countries.tsv", 300, "demonym") if d]

    def pick(self, kind):
        """-> (text, our type)"""
        choose = self.random.choice
        if kind == "person":
            return f"{choose(self.first)} {choose(self.last)}" if self.random.random() < 0.7 else choose(self.last), "person"
        if kind == "team":
            roll = self.random.random()
            return (choose(self.clubs) if roll < .4 else choose(self.cities) if roll < .75 else f"{choose(self.cities)} {choose(NICK)}"), "organization"
        if kind == "nick":
            return choose(NICK), "organization"
        return {"city": (choose(self.cities), "location"), "country": (choose(self.countries), "location"),
                "demonym": (choose(self.demonyms), "group")}[kind]


TEMPLATES = [
    "{team} {n} {team} {n}", "{team} {n} {team} {n} (halftime {n}-{n})", "{team} v {team}", "{team} at {team}",
    "{n}. {person} ({country}) {n}.{nn} seconds", "{person} ({country}) beat {person} ({country}) 6-{s} 7-5 6-{s}",
    "{n}. {team} {n} {n} {n} {n} {n} {nn} {n}", "{team} {nn} {nn} .{nn}5 {n}", "{nn} {person}, {person}, {person}",
    "Scorers: {person} ({n}, {nn}), {person} ({nn} penalty)", "{person} ({team}) {nn}", "{n} - {person} ({team}), {person} ({team})",
    "{city}, {month} {n} - ", "{city} 2{nn}6-0{n}-1{n}", "1. {country} {nn} points", "{country} {n} {country} {n}", "IN {city}", "at {city}",
    "{S} - {person} WINS {demonym} TITLE.", "{S} - {country} BEAT {country} {n}-{n} .", "{demonym} first division results on Sunday:",
    "{S} - {team} SIGN {person} FROM {team} .", "{team} lead {team} after {n} rounds", "{person}, {country}, {n}:{nn}.{n}",
    "Attendance: {nn},{nn}0", "Standings ( tabulate under games won, lost ):", "The {team} host the {nick} on Friday.",
    "{team} striker {person} scored twice as {team} beat {team} {n}-{n} in {city}.",
    "{person} of the {team} hit a home run against the {nick}.", "{S} - RESULTS OF {demonym} LEAGUE MATCHES .",
    "{person} TO MEET {demonym} LEADER IN {city}", "{country} OIL OUTPUT RISES, SAYS MINISTER {person}",
    "{n} killed in {country} bus crash", "police arrest {person} in {city}", "{demonym} court jails {person} for fraud",
]


@corpus("synthetic", "open", 1.0, noisy=True)
def synthetic(data, classes, count=1500, seed=7):
    names = Names(data, seed)
    for i in range(count):
        rows = names.random.choices(TEMPLATES, k=1) * names.random.randint(1, 6)
        if names.random.random() < 0.5:
            rows += names.random.choices(TEMPLATES, k=2)
        text, entities, case = "", [], names.random.random()
        for row in rows:
            row_case = str.upper if row[1].isupper() or case < 0.08 else str.lower if case > 0.96 else str
            for part in row.replace("{", "\0{").replace("}", "}\0").split("\0"):
                if part in ("{n}", "{s}"):
                    text += str(names.random.randint(0, 6 if part == "{n}" else 4))
                elif part == "{nn}":
                    text += str(names.random.randint(10, 99))
                elif part == "{S}":
                    text += names.random.choice(SPORTS)
                elif part == "{month}":
                    text += names.random.choice(["Jan", "March", "June", "Sept"])
                elif part.startswith("{"):
                    surface, kind = names.pick(part[1:-1])
                    surface = row_case(surface)
                    entities.append((len(text), len(text) + len(surface), kind))
                    text += surface
                else:
                    text += row_case(part)
            text += "\n"
        document = Document(f"synthetic-{i}", "synthetic", text)
        document.start_labels("names", L.OUTSIDE)
        for start, end, kind in entities:
            span = document.locate(start, end)
            if span:
                document.mark("names", span, *L.name_bits([kind]))
        yield document
