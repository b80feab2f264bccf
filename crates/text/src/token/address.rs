//! Addresses that are one token: web and e-mail addresses, handles and hashtags.

use std::ops::Range;

use super::class::{Class, is_blank};

/// Schemes after which "://" starts a web address.
const SCHEMES: [&str; 4] = ["https", "http", "ftp", "sftp"];

/// Top-level domains by which a bare domain is known. None is an English word, since "end.No" is a missing space.
const TOP_LEVEL: [&str; 44] = [
    "com", "org", "net", "gov", "edu", "mil", "int", "info", "biz", "io", "tv", "eu", "uk", "de", "fr", "ru", "ua",
    "cn", "jp", "kr", "br", "au", "nz", "ca", "nl", "ch", "se", "pl", "cz", "ie", "il", "tr", "ir", "mx", "za", "ng",
    "ke", "gh", "pk", "sg", "hk", "app", "dev", "ly",
];

/// The addresses in `text`, in order and disjoint. Every character is looked at a bounded number of times.
pub(super) fn find(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // `done` ends the last address or failed mark; stops before `hosts_done` stand in a host name that was looked at.
    let (mut done, mut hosts_done) = (0, 0);
    for (at, mark) in text.match_indices(['@', '#', ':', '.']) {
        if at < done || (mark == "." && at < hosts_done) {
            continue;
        }
        let address = match mark {
            "@" => email(text, done, at).or_else(|| handle(text, at)),
            "#" => hashtag(text, at),
            ":" => url(text, at),
            _ => domain(text, done, at),
        };
        if let Some(address) = address {
            done = address.end;
            found.push(address);
        } else if mark == "." {
            hosts_done = host_run_end(text, at + 1);
        } else {
            // What stands before a failed mark cannot be part of a later address.
            done = at;
        }
    }
    found
}

fn is_label(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'-'
}

/// The end of the run of labels and stops at `start`.
fn host_run_end(text: &str, start: usize) -> usize {
    start + text.as_bytes()[start..].iter().take_while(|&&b| is_label(b) || b == b'.').count()
}

/// The end of a host name at `start`: labels joined by stops.
fn host_end(text: &str, start: usize) -> usize {
    start + text[start..host_run_end(text, start)].trim_end_matches(['.', '-']).len()
}

/// Whether `host` ends in a top-level domain that we know.
fn is_known(host: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(name, top)| !name.is_empty() && TOP_LEVEL.contains(&top))
}

/// Whether a word character stands before `start`.
fn inside_word(text: &str, start: usize) -> bool {
    text[..start].chars().next_back().is_some_and(|c| Class::of(c).is_word())
}

fn email(text: &str, done: usize, at: usize) -> Option<Range<usize>> {
    let local = |b: &&u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
    let length = text.as_bytes()[done..at].iter().rev().take_while(local).count();
    let start = at - text[at - length..at].trim_start_matches(['.', '-']).len();
    let end = host_end(text, at + 1);
    let (_, top) = text[at + 1..end].rsplit_once('.')?;
    let valid = start < at && top.len() >= 2 && top.bytes().all(|b| b.is_ascii_alphabetic());
    (valid && !inside_word(text, start)).then_some(start..end)
}

fn handle(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let length = bytes[at + 1..].iter().take_while(|&&b| b.is_ascii_alphanumeric() || b == b'_').count();
    (length > 0 && !inside_word(text, at)).then_some(at..at + 1 + length)
}

fn hashtag(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = &text[at + 1..];
    let length = rest.find(|c| !Class::of(c).is_word() && c != '_').unwrap_or(rest.len());
    let named = rest[..length].contains(|c| Class::of(c) == Class::Letter);
    (named && !inside_word(text, at)).then_some(at..at + 1 + length)
}

fn url(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text[at..].strip_prefix("://")?;
    rest.starts_with(char::is_alphanumeric).then_some(())?;
    let before = &text.as_bytes()[..at];
    let scheme = SCHEMES.iter().find(|scheme| {
        before.len() >= scheme.len() && before[before.len() - scheme.len()..].eq_ignore_ascii_case(scheme.as_bytes())
    })?;
    let start = at - scheme.len();
    (!inside_word(text, start)).then(|| start..path_end(text, at + 3))
}

/// A bare domain around the stop at `at`, with a path if one follows: "example.com", "www.example.org/news".
fn domain(text: &str, done: usize, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    if !bytes.get(at + 1).is_some_and(|&b| is_label(b)) {
        return None;
    }
    let length = bytes[done..at].iter().rev().take_while(|&&b| is_label(b)).count();
    let start = at - text[at - length..at].trim_start_matches('-').len();
    let end = host_end(text, at + 1);
    let www = text[start..at].eq_ignore_ascii_case("www");
    if start == at || inside_word(text, start) || !(www || is_known(&text[start..end])) {
        return None;
    }
    let path = bytes.get(end).is_some_and(|&b| b == b'/' || b == b'?');
    Some(start..if path { path_end(text, end) } else { end })
}

/// The end of a web address that goes on at `start`, without the marks of the sentence around it.
fn path_end(text: &str, start: usize) -> usize {
    let stops =
        |c: char| is_blank(c) || matches!(c, '"' | '<' | '>' | '“' | '”' | '«' | '»' | '‘' | '’' | '|' | '{' | '}');
    let rest = &text[start..];
    let whole = &rest[..rest.find(stops).unwrap_or(rest.len())];
    let opened = whole.contains('(');
    let closing =
        |c: char| matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | ']' | '*' | '…') || c == ')' && !opened;
    start + whole.trim_end_matches(closing).len()
}
