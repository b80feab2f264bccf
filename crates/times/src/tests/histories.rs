//! Obituaries, and stories of a past year. The publication date is Wednesday, 19 March 2025.

use super::{check, find, show};
use dateline_text::{Article, Document, Parts};

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn deaths_and_funerals_count_from_publication() {
    let life = "She was born in Oran in 1931, sang in Paris from 1955, fled in 1961 and won a prize in 1984. She \
                came home in 1990 and taught until 2003.";
    for (news, weekday, day) in [
        ("Lina Haddad, a singer, died on Sunday.", "Sunday", "2025-03-16"),
        ("Lina Haddad, a singer, died at home on Tuesday, her son said.", "Tuesday", "2025-03-18"),
        ("A wake will be held on Friday.", "Friday", "2025-03-21"),
        ("She is to be buried on Saturday.", "Saturday", "2025-03-22"),
        ("Her death was announced on Monday.", "Monday", "2025-03-17"),
    ] {
        for body in [format!("{news}\n\n{life}"), format!("{life}\n\n{news}")] {
            let (article, times) = find(&body, WEDNESDAY);
            let shown = show(&article, &times);
            assert!(shown.contains(&format!("{weekday}|DATE|{day}")), "{body}\n{shown:?}");
        }
    }
}

#[test]
fn a_month_in_the_story_of_a_past_year() {
    check(
        WEDNESDAY,
        &[
            ("In 1979 he fled to Rome. By December he was dead.", "1979|DATE|1979; December|DATE|1979-12"),
            ("The strike began in 1984. In November the mine was shut.", "1984|DATE|1984; November|DATE|1984-11"),
            ("In 1911 the dam broke. On 3 July the town was cut off.", "1911|DATE|1911; 3 July|DATE|1911-07-03"),
            (
                "In March 1938 the army crossed the river. By June they held the coast, and in August they left.",
                "March 1938|DATE|1938-03; June|DATE|1938-06; August|DATE|1938-08",
            ),
            ("He was elected in 2004. In May he sold the port.", "2004|DATE|2004; May|DATE|2004-05"),
            // News of this year.
            ("The mill, built in 1967, was shut in February.", "1967|DATE|1967; February|DATE|2025-02"),
            ("The law dates from 1998. Ministers want to end it in June.", "1998|DATE|1998; June|DATE|2025-06"),
            (
                "In 1998 it was sold. It reopened on Monday. In February it closed.",
                "1998|DATE|1998; Monday|DATE|2025-03-17; February|DATE|2025-02",
            ),
        ],
    );
}

#[test]
fn a_headlines_date_is_of_the_year_told_in_the_text() {
    for (title, body, expected) in [
        ("Jan. 6 rioter freed", "He was jailed over the riot of January 6, 2021.", "2021-01-06"),
        ("A pardon for 3 June protesters", "They had met on 3 June 2019.", "2019-06-03"),
        ("Nov. 5 election on film", "The vote of November 5, 2024, is its subject.", "2024-11-05"),
        ("Inquest into 14 July fire opens", "The fire of 14 July 2022 killed two.", "2022-07-14"),
        ("Trial over August riots", "Ten were hurt in August 2023.", "2023-08"),
        ("Feb. 2 storm", "The storm of March 3, 2020 was worse.", "2025-02-02"),
    ] {
        let published = Some(super::published(WEDNESDAY));
        let parts = Parts { title: title.into(), body: body.into(), published, ..Parts::default() };
        let article = Article::new(parts, 2_000_000).unwrap();
        let times = crate::normalise(&Document::new(&article), published);
        assert_eq!(times[0].value.as_deref(), Some(expected), "{title}");
    }
}
