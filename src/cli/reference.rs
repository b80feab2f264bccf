//! `docs/configuration.md`, from the definition of the command line, so that it cannot fall behind it.

use std::fmt::Write;

use clap::{Arg, ArgAction, Command};

const INTRODUCTION: &str = "# Configuration

Every option of every command. Where an option has an environment variable, the option on the command line takes precedence.
`dateline COMMAND --help` prints the same text, and `GET /v1/info` shows the limits that a running service uses.

This page is generated: `dateline reference > docs/configuration.md`.
";

/// The commands that the page describes, in its order.
const COMMANDS: &[&str] = &["serve", "extract", "kb", "key", "health", "openapi", "licenses", "completions"];

/// The page, in Markdown.
pub(super) fn page(command: &Command) -> String {
    let mut page = INTRODUCTION.to_owned();
    for name in COMMANDS {
        if let Some(command) = command.find_subcommand(name) {
            section(&mut page, name, command);
        }
    }
    page
}

/// A command; one that only holds others is described by these.
fn section(page: &mut String, name: &str, command: &Command) {
    for inner in inner(command) {
        section(page, &format!("{name} {}", inner.get_name()), inner);
    }
    if command.is_subcommand_required_set() {
        return;
    }
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    // Writing to a string cannot fail.
    let _ = write!(page, "\n## dateline {name}\n\n{}.\n", about.trim_end_matches('.'));
    for heading in headings(command) {
        let arguments: Vec<&Arg> = shown(command).filter(|argument| heading_of(argument) == heading).collect();
        if !heading.is_empty() {
            let _ = write!(page, "\n### {heading}\n");
        }
        let _ = write!(page, "\n| option | environment variable | default | |\n| --- | --- | --- | --- |\n");
        for argument in arguments {
            row(page, argument);
        }
    }
}

fn inner(command: &Command) -> impl Iterator<Item = &Command> {
    command.get_subcommands().filter(|command| !command.is_hide_set() && command.get_name() != "help")
}

fn shown(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|argument| !argument.is_hide_set() && argument.get_id() != "help")
}

fn heading_of(argument: &Arg) -> &str {
    argument.get_help_heading().unwrap_or_default()
}

/// The headings, in the order in which they first occur; arguments without one come first.
fn headings(command: &Command) -> Vec<&str> {
    let mut headings = Vec::new();
    for heading in shown(command).map(heading_of) {
        if !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    headings.sort_by_key(|heading| !heading.is_empty());
    headings
}

fn row(page: &mut String, argument: &Arg) {
    let variable = argument.get_env().map(|name| format!("`{}`", name.to_string_lossy())).unwrap_or_default();
    let values = argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned());
    let is_default_shown = argument.get_action().takes_values() && !argument.is_hide_default_value_set();
    let default = values.filter(|_| is_default_shown).map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ");
    let help = argument.get_long_help().or_else(|| argument.get_help()).map(ToString::to_string).unwrap_or_default();
    let help = help.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|");
    let help = format!("{}.{}", help.trim_end_matches('.'), choices(argument));
    let _ = writeln!(page, "| {} | {variable} | {default} | {help} |", usage(argument));
}

/// `--bind HOST:PORT`, `--pretty` or `FILE`.
fn usage(argument: &Arg) -> String {
    let value = argument.get_value_names().unwrap_or_default().join(" ");
    match argument.get_long() {
        Some(long) if argument.get_action().takes_values() => format!("`--{long} {value}`"),
        Some(long) => format!("`--{long}`"),
        None if matches!(argument.get_action(), ArgAction::Append) => format!("`{value}…`"),
        None => format!("`{value}`"),
    }
}

/// The values that an argument accepts, where they are a closed set.
fn choices(argument: &Arg) -> String {
    if !argument.get_action().takes_values() {
        return String::new();
    }
    let values: Vec<String> =
        argument.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect();
    if values.is_empty() { String::new() } else { format!(" One of {}.", values.join(", ")) }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs};

    use super::*;

    #[test]
    fn the_committed_page_is_that_of_this_command_line() {
        let committed = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/configuration.md"));
        assert!(
            page(&super::super::command()) == committed.unwrap(),
            "run `dateline reference > docs/configuration.md` and commit the result"
        );
    }

    #[test]
    fn every_visible_option_of_every_command_is_on_the_page() {
        let command = super::super::command();
        let page = page(&command);
        let visible: Vec<&Command> = command.get_subcommands().filter(|command| !command.is_hide_set()).collect();
        let names: BTreeSet<&str> = visible.iter().map(|command| command.get_name()).collect();
        assert_eq!(names, COMMANDS.iter().copied().collect());
        let nested: Vec<&Command> = visible.iter().flat_map(|command| inner(command)).collect();
        for argument in visible.iter().chain(&nested).flat_map(|command| shown(command)) {
            let usage = usage(argument);
            assert!(page.contains(&format!("| {usage} |")), "{usage}");
            assert!(
                !argument.get_help().map(ToString::to_string).unwrap_or_default().is_empty(),
                "{usage} has no help"
            );
        }
    }
}
