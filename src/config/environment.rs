//! Variables that look like settings and are none: without a word, a misspelt `DATELINE_APIKEYS` would leave the service open.

use std::collections::BTreeSet;

use clap::Command;

/// How the names of all settings begin.
const PREFIX: &str = "DATELINE_";

/// How alike two names must be for one to be meant by the other, from 0 to 1.
const LIKENESS_MIN: f64 = 0.85;

/// A variable that no setting has.
#[derive(Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Its name.
    pub name: String,
    /// The setting that may be meant.
    pub meant: Option<String>,
}

/// The `variables` that begin like settings, and that no argument of `command` or of its subcommands reads.
pub fn unknown(command: &Command, variables: impl Iterator<Item = (String, String)>) -> Vec<Unknown> {
    let arguments = command.get_subcommands().flat_map(Command::get_arguments);
    let known: BTreeSet<&str> = arguments.filter_map(|argument| argument.get_env()?.to_str()).collect();
    let strange = |(name, value): &(String, String)| {
        name.starts_with(PREFIX) && !known.contains(name.as_str()) && !is_service_link(name, value)
    };
    let mut unknown: Vec<Unknown> =
        variables.filter(strange).map(|(name, _)| Unknown { meant: meant(&name, &known), name }).collect();
    unknown.sort_by(|one, other| one.name.cmp(&other.name));
    unknown
}

/// What Docker and Kubernetes set for a service that is called "dateline".
fn is_service_link(name: &str, value: &str) -> bool {
    name.starts_with("DATELINE_SERVICE_") || name.starts_with("DATELINE_PORT_") || value.starts_with("tcp://")
}

fn meant(name: &str, known: &BTreeSet<&str>) -> Option<String> {
    let likeness = |known: &&str| strsim::normalized_damerau_levenshtein(name, known);
    let nearest = known.iter().copied().max_by(|one, other| likeness(one).total_cmp(&likeness(other)))?;
    (likeness(&nearest) >= LIKENESS_MIN).then(|| nearest.to_owned())
}

#[cfg(test)]
mod tests {
    use clap::Arg;

    use super::*;

    #[test]
    fn what_looks_like_a_setting_and_is_none_is_found_with_the_one_that_is_meant() {
        let argument = |name: &'static str| Arg::new(name).long(name).env(name);
        let serve = Command::new("serve").arg(argument("DATELINE_API_KEYS")).arg(argument("DATELINE_BIND"));
        let command = Command::new("dateline").subcommand(serve);
        let unknown = |name: &str, value: &str| {
            let mut found = super::unknown(&command, [(name.to_owned(), value.to_owned())].into_iter());
            found.pop().map(|found| found.meant.unwrap_or_default())
        };
        for (name, value, expected) in [
            ("DATELINE_API_KEYS", "", None),
            ("DATELINE_APIKEYS", "", Some("DATELINE_API_KEYS")),
            ("DATELINE_API_KEY", "", Some("DATELINE_API_KEYS")),
            ("DATELINE_BNID", "", Some("DATELINE_BIND")),
            ("DATELINE_COLOUR", "", Some("")),
            ("DATELINE_PORT", "8080", Some("")),
            ("DATELINE_PORT", "tcp://10.0.0.1:80", None),
            ("DATELINE_PORT_80_TCP_ADDR", "10.0.0.1", None),
            ("DATELINE_SERVICE_HOST", "10.0.0.1", None),
            ("DATELINER", "", None),
            ("PATH", "", None),
        ] {
            assert_eq!(unknown(name, value).as_deref(), expected, "{name}");
        }
    }
}
