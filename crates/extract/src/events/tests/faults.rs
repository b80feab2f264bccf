//! Texts that are read wrongly, each with what is right. A row that is mended belongs to the table of its kind.

use super::{line, read};
use crate::testing::Differences;

#[test]
fn known_faults() {
    let mut differences = Differences::default();
    let rows: [(&str, &[&str]); 21] = [
        ("The bank plans to cut jobs.", &["business.results cut jobs planned company=The bank"]),
        (
            "{o Rebels} attacked the {g Ruritanian} army base with mortars.",
            &["conflict.attack attacked attacker=Rebels target=the Ruritanian army base instrument=mortars"],
        ),
        (
            "The minister who accused {o Acme Corp.} of fraud stepped down.",
            &[
                "statement.accuse accused speaker=The minister target=Acme Corp. content=fraud",
                "justice.crime fraud",
                "personnel.end stepped down person=The minister",
            ],
        ),
        (
            "{l Ruritania} did not rule out sending troops to {l Graustark}.",
            &[
                "statement.reject rule out negated speaker=Ruritania content=sending troops to Graustark",
                "conflict.mobilize sending hypothetical actor=Ruritania force=troops target=Graustark",
            ],
        ),
        ("Workers went on strike over pay.", &["conflict.protest went on strike demonstrator=Workers cause=pay"]),
        (
            "The judge found him guilty of murder.",
            &["justice.verdict found him guilty court=The judge defendant=him crime=murder"],
        ),
        (
            "{p Roe} denied that her aides had accepted bribes.",
            &[
                "statement.reject denied speaker=Roe content=her aides had accepted bribes",
                "justice.crime bribes negated perpetrator=her aides",
            ],
        ),
        (
            "A planned summit between {l Ruritania} and {l Graustark} was cancelled.",
            &["diplomacy.meeting summit negated participant=Ruritania participant=Graustark"],
        ),
        (
            "Hackers breached the company's servers, stealing passwords and data from computers on its network.",
            &["cyber.attack breached attacker=Hackers victim=the company's servers data=passwords data=data"],
        ),
        (
            "{o Ayr United} beat {o Perth City} 3-1 in the cup.",
            &["sports.match beat competitor=Ayr United opponent=Perth City score=3-1 competition=the cup"],
        ),
        (
            "Voters elected {p Ann Roe} as president.",
            &["politics.election elected electorate=Voters candidate=Ann Roe position=president"],
        ),
        (
            "Thousands of people marched through {l Ayr} against the reform.",
            &[
                "conflict.protest marched demonstrator=Thousands of people target=the reform place=Ayr",
                "politics.policy reform",
            ],
        ),
        ("{p Doe} flew from {l Ayr} to {l Perth}.", &["movement.travel flew agent=Doe from=Ayr to=Perth"]),
        ("The talks set to begin on March 20 were called off.", &["diplomacy.meeting talks negated time=2025-03-20"]),
        (
            "Firefighters rescued a woman from the blaze in {l Perth} on Monday. They evacuated two hotels.",
            &[
                "disaster.response rescued rescuer=Firefighters person=a woman from=the blaze time=2025-03-10 place=Perth",
                "disaster.accident blaze time=2025-03-10 place=Perth",
                "disaster.response evacuated rescuer=They person=two hotels time=2025-03-10",
            ],
        ),
        ("The ferry sank off {l Ayr}.", &["disaster.accident sank vehicle=The ferry place=Ayr"]),
        (
            "The mayor was beaten or killed during the riot.",
            &["justice.crime beaten victim=The mayor", "life.die killed victim=The mayor", "conflict.protest riot"],
        ),
        (
            "A study by scientists found that the drug works.",
            &["science.discovery study researcher=scientists finding=the drug works"],
        ),
        (
            "Ministers rejected calls for an inquiry.",
            &[
                "statement.reject rejected speaker=Ministers content=calls",
                "statement.demand calls content=an inquiry",
                "justice.investigate inquiry hypothetical",
            ],
        ),
        (
            "Both sides will gain if a ceasefire is achieved.",
            &["conflict.truce ceasefire hypothetical actor=Both sides"],
        ),
        (
            "Ferry sinks off {l Ayr}\n\nThe ferry sank on Sunday.",
            &["disaster.accident sinks vehicle=Ferry time=2025-03-09 place=Ayr"],
        ),
    ];
    for (source, right) in rows {
        let (text, extraction) = read(source);
        let found: Vec<String> = extraction.events.iter().map(|event| line(&text, &extraction, event)).collect();
        differences.note_mended(source, &found.join("\n"), &right.join("\n"));
    }
    differences.assert_none();
}
