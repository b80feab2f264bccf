//! Own sentences with the events that are read in them.

mod faults;

use std::time::Instant;

use dateline_text::{Article, Document, Parts, Published};

use super::{Event, extract};
use crate::{
    Extraction,
    coref::{Entity, Form, Mention},
    evidence::Evidence,
    names::EntityKind,
    testing::{self, Differences},
    times,
};

/// The entities of a text whose names are marked: `{p Ann Roe}` a person, `o` an organisation, `l` a location,
/// `g` a group, `f` a facility. Returns the text without marks.
fn marked(source: &str) -> (String, Vec<Entity>) {
    let (mut text, mut entities) = (String::new(), Vec::<(String, Entity)>::new());
    for (index, part) in source.split(['{', '}']).enumerate() {
        let Some((kind, name)) = (index % 2 == 1).then(|| part.split_once(' ')).flatten() else {
            text.push_str(part);
            continue;
        };
        let kind = match kind {
            "p" => EntityKind::Person,
            "o" => EntityKind::Organization,
            "l" => EntityKind::Location,
            "g" => EntityKind::Group,
            _ => EntityKind::Facility,
        };
        let span = (text.len()..text.len() + name.len()).into();
        let mention = Mention { span, form: Form::Name, confidence: 1.0, evidence: Evidence::rule("marked") };
        text.push_str(name);
        match entities.iter_mut().find(|(known, _)| known == name) {
            Some((_, entity)) => entity.mentions.push(mention),
            None => entities.push((
                name.to_owned(),
                Entity { kind, name: span, mentions: vec![mention], roles: Vec::new(), gender: None, confidence: 1.0 },
            )),
        }
    }
    (text, entities.into_iter().map(|(_, entity)| entity).collect())
}

/// The extraction of a marked text published on Wednesday, 12 March 2025, checked for its invariants.
fn read(source: &str) -> (String, Extraction) {
    let (body, entities) = marked(source);
    let published = Some(Published::Day(jiff::civil::date(2025, 3, 12)));
    let article = Article::new(Parts { body, published, ..Parts::default() }, 200_000).expect("the text is an article");
    let document = Document::new(&article);
    let times = times::normalise(&document, article.published());
    let events = extract(&document, Some(&testing::encode(&document)), &entities, &times, &[]);
    let salience = vec![0.0; entities.len()];
    let extraction = Extraction {
        entities,
        salience,
        event_salience: vec![0.0; events.len()],
        events,
        times,
        ..Extraction::default()
    };
    extraction.validate(&article).expect("the extraction keeps its invariants");
    (article.text().to_owned(), extraction)
}

/// One event as a line: "type trigger factuality role=filler time=value place=phrase", plain values left out.
fn line(text: &str, extraction: &Extraction, event: &Event) -> String {
    let mut line = format!("{} {}", event.kind.id(), &text[event.trigger.range()]);
    let factuality = format!("{:?}", event.factuality.value).to_lowercase();
    if factuality != "actual" {
        line += &format!(" {factuality}");
    }
    for argument in &event.arguments {
        line += &format!(" {}={}", argument.role, &text[argument.span.range()]);
    }
    if let Some(value) = event.time.and_then(|time| extraction.times[time.id.0 as usize].value.as_deref()) {
        line += &format!(" time={value}");
    }
    if let Some(place) = event.place {
        line += &format!(" place={}", &text[place.span.range()]);
    }
    line
}

fn check(cases: &[(&str, &[&str])]) {
    let mut differences = Differences::default();
    for (source, expected) in cases {
        let (text, extraction) = read(source);
        let found: Vec<String> = extraction.events.iter().map(|event| line(&text, &extraction, event)).collect();
        differences.note(source, &found.join(" | "), &expected.join(" | "));
    }
    differences.assert_none();
}

#[test]
fn sentences_give_their_events() {
    check(&[
        (
            "Police arrested three men for the theft.",
            &[
                "justice.arrest arrested agent=Police person=three men crime=the theft",
                "justice.crime theft perpetrator=three men",
            ],
        ),
        ("Three men were arrested by police.", &["justice.arrest arrested person=Three men agent=police"]),
        ("{p Ann Roe}, the mayor of {l Ayr}, resigned.", &["personnel.end resigned person=Ann Roe place=Ayr"]),
        (
            "The arrest of {p Ann Roe} by federal agents surprised her neighbours.",
            &["justice.arrest arrest person=Ann Roe agent=federal agents"],
        ),
        (
            "No one was injured in the crash on Tuesday.",
            &[
                "life.injure injured negated victim=No one cause=the crash time=2025-03-11",
                "disaster.accident crash time=2025-03-11",
            ],
        ),
        (
            "The president ruled out talks with the rebels.",
            &[
                "statement.reject ruled out speaker=The president content=talks",
                "diplomacy.meeting talks negated participant=the rebels",
            ],
        ),
        (
            "{p Roe} will meet {p Doe} in {l Vienna}.",
            &["diplomacy.meeting meet planned participant=Roe participant=Doe place=Vienna"],
        ),
        (
            "If a ceasefire is agreed, {l Ruritania} would withdraw its troops from the valley.",
            &[
                "conflict.truce ceasefire hypothetical",
                "conflict.truce withdraw hypothetical actor=Ruritania place=the valley",
            ],
        ),
        (
            "The earthquake killed 40 people and injured dozens.",
            &[
                "disaster.natural earthquake",
                "life.die killed cause=The earthquake victim=40 people",
                "life.injure injured cause=The earthquake victim=dozens",
            ],
        ),
        (
            "{l Ruritania}'s invasion of {l Graustark} began at dawn.",
            &["conflict.attack invasion attacker=Ruritania target=Graustark time=2025-03-12TMO"],
        ),
        ("Lawmakers passed the bill.", &["politics.policy passed lawmaker=Lawmakers law=the bill"]),
        (
            "The court sentenced {p Ann Roe} to five years in prison.",
            &["justice.verdict sentenced court=The court defendant=Ann Roe sentence=five years"],
        ),
        (
            "{p Ann Roe} was appointed as finance minister.",
            &["personnel.start appointed person=Ann Roe position=finance minister"],
        ),
        ("{o Acme Corp.} filed for bankruptcy.", &["business.org_end filed for bankruptcy org=Acme Corp."]),
        (
            "Two people were shot dead near the border.",
            &[
                "conflict.attack shot target=Two people place=the border",
                "life.die dead victim=Two people place=the border",
            ],
        ),
        (
            "The ministry plans to evacuate the town.",
            &["disaster.response evacuate planned rescuer=The ministry person=the town"],
        ),
        (
            "Officials urged residents to leave the island.",
            &[
                "statement.demand urged speaker=Officials target=residents content=to leave the island",
                "movement.travel leave hypothetical agent=residents from=the island",
            ],
        ),
        (
            "He called on {l Ruritania} to release the hostages.",
            &[
                "statement.demand called on speaker=He target=Ruritania content=to release the hostages",
                "justice.release release hypothetical agent=Ruritania person=the hostages",
            ],
        ),
        (
            "{o Acme Corp.} agreed to buy {o Globex} for $3 billion.",
            &[
                "diplomacy.agreement agreed party=Acme Corp. topic=to buy Globex for $3 billion",
                "business.acquisition buy planned buyer=Acme Corp. target=Globex price=$3 billion",
            ],
        ),
        ("No arrests were made.", &["justice.arrest arrests negated"]),
        (
            "The hospital treated 14 people for burns.",
            &[
                "health.treatment treated treater=The hospital patient=14 people disease=burns",
                "life.injure burns victim=14 people",
            ],
        ),
        ("{p Ann Roe} won the {o Pulitzer} prize.", &["culture.award won recipient=Ann Roe award=the Pulitzer prize"]),
        (
            "Police arrested and questioned the student.",
            &[
                "justice.arrest arrested agent=Police person=the student",
                "justice.investigate questioned investigator=Police suspect=the student",
            ],
        ),
        (
            "Critics accused {p Roe} of failing to act.",
            &["statement.accuse accused speaker=Critics target=Roe content=failing to act"],
        ),
        (
            "{p Roe} urged residents to boil their water.",
            &["statement.demand urged speaker=Roe target=residents content=to boil their water"],
        ),
        (
            "{l Ruritania} may not sign the treaty.",
            &["diplomacy.agreement sign hypothetical party=Ruritania topic=the treaty"],
        ),
        ("The festival is celebrated every year in {l Ayr}.", &["culture.event celebrated generic place=Ayr"]),
        ("Diplomats hope to avert an attack on {l Graustark}.", &["conflict.attack attack negated target=Graustark"]),
        (
            "{p Roe} said the company would launch a new phone next month.",
            &["business.product launch planned maker=the company product=a new phone time=2025-04"],
        ),
        ("The company plans layoffs.", &["business.results layoffs planned company=The company"]),
        ("Shares rose 3 percent.", &["business.results rose indicator=Shares amount=3 percent"]),
        ("The virus has infected 300 people.", &["health.outbreak infected disease=The virus victim=300 people"]),
        ("{p Roe} married {p Doe} in {l Ayr}.", &["life.family married person=Roe person=Doe place=Ayr"]),
        (
            "The group threatened to attack the capital.",
            &[
                "diplomacy.threat threatened actor=The group content=to attack the capital",
                "conflict.attack attack hypothetical attacker=The group target=the capital",
            ],
        ),
    ]);
}

#[test]
fn factuality_is_read_from_the_words_around() {
    check(&[
        (
            "The minister did not dismiss the possibility of deploying troops.",
            &[
                "statement.reject dismiss negated speaker=The minister content=the possibility",
                "conflict.mobilize deploying hypothetical actor=The minister force=troops",
            ],
        ),
        (
            "The president ruled out deploying troops.",
            &[
                "statement.reject ruled out speaker=The president content=deploying troops",
                "conflict.mobilize deploying negated actor=The president force=troops",
            ],
        ),
        (
            "The truce will likely hinge on the release of the hostages.",
            &["conflict.truce truce hypothetical", "justice.release release hypothetical person=the hostages"],
        ),
        (
            "Villagers were able to evacuate the school, but had to flee on foot.",
            &["disaster.response evacuate rescuer=Villagers person=the school", "movement.travel flee agent=Villagers"],
        ),
        ("He has to resign.", &["personnel.end resign hypothetical person=He"]),
        ("Ministers to meet in {l Ayr}", &["diplomacy.meeting meet planned participant=Ministers place=Ayr"]),
    ]);
}

#[test]
fn a_happening_takes_its_day_from_its_sentence_or_from_none() {
    check(&[
        // Another sentence's day is its own in less than four cases of five.
        (
            "Police arrested three men on Monday. They were charged with theft.",
            &[
                "justice.arrest arrested agent=Police person=three men time=2025-03-10",
                "justice.charge charged defendant=They crime=theft",
                "justice.crime theft",
            ],
        ),
        // Its own before the nearest.
        (
            "{p Roe}, who was elected in 2019, resigned on Tuesday.",
            &["politics.election elected candidate=Roe time=2019", "personnel.end resigned person=Roe time=2025-03-11"],
        ),
    ]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    /// Whatever stands in the text, the extraction keeps its invariants.
    #[test]
    fn any_text_is_read(text in "(the |if |,|\\. |\"|attacked |talks |of |by |to |and |who |will |not |Roe |['’-]|\\PC){0,60}") {
        let text = text.replace(['{', '}'], "");
        if !text.trim().is_empty() {
            read(&text);
        }
    }
}

/// Long sentences without an end, of the words that start searches, take time in proportion to their length.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    for pattern in ["attacked ", "talks of ", "to kill and ", "the attack of the ", ", Roe ", "if not will ", "found "]
    {
        testing::assert_linear(pattern, |chars| {
            let parts = Parts { body: pattern.repeat(chars / pattern.len()), ..Parts::default() };
            let article = Article::new(parts, 200_000).expect("the text is an article");
            let document = Document::new(&article);
            let (encoding, times) = (testing::encode(&document), times::normalise(&document, None));
            let start = Instant::now();
            let _ = extract(&document, Some(&encoding), &[], &times, &[]);
            start.elapsed()
        });
    }
}
