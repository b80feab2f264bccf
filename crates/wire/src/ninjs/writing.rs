//! The item's text with new entries in its lists.

use std::ops::Range;

use super::{EXTENSION, Extension, Item, List, lists, spans};
use crate::{Code, ExtractResponse, Problem, to_json};

pub(super) fn write(item: &Item, found: &ExtractResponse<'_>, bytes_max: usize) -> Result<Vec<u8>, Problem> {
    let mut new = vec![Vec::new(); item.lists.len()];
    for entity in &found.entities {
        let Some(at) = lists::list_of(entity.r#type) else { continue };
        if !item.lists[at].entries.iter().any(|entry| lists::is_same(entry, entity)) {
            new[at].push(lists::entry(entity, item.version).to_string());
        }
    }
    let mut edits: Vec<(usize, usize, String)> = Vec::new();
    for (list, entries) in item.lists.iter().zip(new).filter(|(_, entries)| !entries.is_empty()) {
        edits.push(edit(item, list, &entries.join(",")));
    }
    if item.extension == Extension::Present {
        let answer = String::from_utf8(to_json(found, bytes_max)?).expect("JSON is UTF-8");
        let members = spans::members(&item.text);
        let place = members.into_iter().find(|(name, _)| name == EXTENSION).map(|(_, place)| place);
        edits.push(match place {
            Some(Range { start, end }) => (start, end, answer),
            None => insertion(item, EXTENSION, &answer),
        });
    }
    // Lists that the item does not have are inserted at one place, in the order of the lists.
    edits.sort_by_key(|(start, ..)| *start);
    let length = item.text.len() + edits.iter().map(|(.., text)| text.len()).sum::<usize>();
    if length > bytes_max {
        let detail = format!("the enriched item would have more than {bytes_max} bytes; send a shorter one");
        return Err(Problem::new(Code::AnswerTooLarge, detail).limit(bytes_max as u64));
    }
    let (mut written, mut copied) = (String::with_capacity(length), 0);
    for (start, end, text) in edits {
        written.push_str(&item.text[copied..start]);
        written.push_str(&text);
        copied = end;
    }
    written.push_str(&item.text[copied..]);
    Ok(written.into_bytes())
}

/// The bytes that are replaced, most often none, and what takes their place.
fn edit(item: &Item, list: &List, entries: &str) -> (usize, usize, String) {
    let Some(place) = list.place.clone() else {
        return insertion(item, list.name, &format!("[{entries}]"));
    };
    let value = &item.text[place.clone()];
    if value == "null" {
        return (place.start, place.end, format!("[{entries}]"));
    }
    match spans::items(value).last() {
        Some(last) => (place.start + last.end, place.start + last.end, format!(",{entries}")),
        None => (place.start + 1, place.start + 1, entries.to_owned()),
    }
}

/// A new member, behind the last one.
fn insertion(item: &Item, name: &str, value: &str) -> (usize, usize, String) {
    let last = spans::members(&item.text).last().map_or(0, |(_, place)| place.end);
    (last, last, format!(",\"{name}\":{value}"))
}
