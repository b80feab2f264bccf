//! Whether a check holds.

use serde_json::Value;

use super::{check::Check, check::QuoteCheck, judge::Judge};

impl Judge<'_> {
    pub(super) fn holds(&self, check: &Check) -> bool {
        match check {
            Check::Entity(check) => self.has_entity(check),
            Check::NoEntity(check) => !self.has_entity(check),
            Check::SameEntity(forms) => self.is_one_entity(forms),
            Check::DifferentEntities(forms) => !self.is_one_entity(forms),
            Check::Quote(check) => !self.quotes(check).is_empty(),
            Check::NoQuote(check) => self.quotes(check).is_empty(),
            Check::QuoteCount { n, content } => {
                let check = QuoteCheck { content: content.clone(), ..QuoteCheck::default() };
                self.quotes(&check).len() == *n
            }
            Check::Event(check) => self.has_event(check),
            Check::NoEvent(check) => !self.has_event(check),
            Check::SameEvent(triggers) => self.is_one_event(triggers),
            Check::DifferentEvents(triggers) => !self.is_one_event(triggers),
            Check::Time(check) => self.has_time(check),
            Check::NoTime(check) => !self.has_time(check),
            Check::Warning { code } => self.answer.warnings.iter().any(|warning| warning.code == *code),
            Check::Spans {} => self.are_spans_exact(self.response),
        }
    }

    /// Whether every span below is the slice of its field, in the unit of the answer.
    fn are_spans_exact(&self, node: &Value) -> bool {
        match node {
            Value::Object(fields) => {
                let exact = !fields.contains_key("field") || self.is_span_exact(node).unwrap_or(false);
                exact && fields.values().all(|child| self.are_spans_exact(child))
            }
            Value::Array(children) => children.iter().all(|child| self.are_spans_exact(child)),
            _ => true,
        }
    }

    fn is_span_exact(&self, span: &Value) -> Option<bool> {
        let field = self.request[span["field"].as_str()?].as_str()?;
        let (start, end) = (span["start"].as_u64()? as usize, span["end"].as_u64()? as usize);
        let slice = match self.response["offset_unit"].as_str()? {
            "utf8" => field.get(start..end)?.to_owned(),
            "utf16" => {
                let units: Vec<u16> = field.encode_utf16().collect();
                String::from_utf16(units.get(start..end)?).ok()?
            }
            _ => field.chars().skip(start).take(end.checked_sub(start)?).collect(),
        };
        Some(span["text"] == slice)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{from_value, json};

    use super::*;

    /// Whether each check holds for an answer about "Ana Roe fled. Roe, the mayor, fled Ayr."
    fn verdicts(checks: Value) -> Vec<bool> {
        let request = json!({ "body": "Ana Roe fled. Roe, the mayor, fled Ayr." });
        let span = |start: usize, end: usize| {
            let text: String =
                "Ana Roe fled. Roe, the mayor, fled Ayr.".chars().skip(start).take(end - start).collect();
            json!({ "field": "body", "start": start, "end": end, "text": text })
        };
        let with = |mut span: Value, name: &str, value: &str| {
            span[name] = json!(value);
            span
        };
        let event = |start: usize, end: usize, place: Value| {
            json!({ "type": "movement.travel", "trigger": span(start, end), "mentions": [span(start, end)], "place": place,
                    "arguments": [with(with(span(14, 28), "role", "agent"), "entity_id", "e1")],
                    "time": null, "factuality": { "value": "actual" }, "asserted_by": { "kind": "author" } })
        };
        let response = json!({
            "offset_unit": "code_point",
            "entities": [{ "id": "e1", "type": "person", "name": "Ana Roe",
                "roles": [{ "title": "mayor", "affiliation": null, "span": span(23, 28) }],
                "mentions": [with(span(0, 7), "form", "name"), with(span(14, 17), "form", "name"),
                             with(span(19, 28), "form", "nominal")] }],
            "quotes": [], "times": [], "warnings": [{ "code": "quote_unclosed" }],
            "events": [event(8, 12, Value::Null), event(30, 34, json!({ "text": "Ayr", "entity_id": null }))],
        });
        let judge = Judge::new(&request, &response).expect("an answer");
        let checks: Vec<Check> = from_value(checks).expect("checks");
        checks.iter().map(|check| judge.holds(check)).collect()
    }

    #[test]
    fn checks_that_hold() {
        let checks = json!([
            { "entity": { "name": "Roe", "type": ["person", "group"], "mentions": ["the mayor", "Roe#2"], "role": "Mayor" } },
            { "no_entity": { "name": "roe" } },
            { "no_entity": { "text": "fled" } },
            { "entity": { "name": "Ana Roe", "no_role": "former" } },
            { "same_entity": ["Ana Roe", "mayor"] },
            { "no_quote": {} },
            { "quote_count": { "n": 0 } },
            { "event": { "trigger": "fled#2", "place": "in Ayr", "date": null, "args": { "agent|person": "Ana Roe" } } },
            { "event": { "trigger": "fled#1", "place": null, "no_args": { "to": null }, "asserted_by": "author" } },
            { "different_events": ["fled#1", "fled#2"] },
            { "no_time": {} },
            { "warning": { "code": "quote_unclosed" } },
            { "spans": {} },
        ]);
        assert_eq!(verdicts(checks), [true; 13]);
    }

    #[test]
    fn checks_that_do_not() {
        let checks = json!([
            { "entity": { "name": "Roe", "type": "group" } },
            { "entity": { "mentions": ["Roe#3"] } },
            { "entity": { "name": "Ana Roe", "role": "mayor", "affiliation": "Ayr" } },
            { "different_entities": ["Roe", "the mayor"] },
            { "event": { "trigger": "fled#1", "place": "Ayr" } },
            { "event": { "trigger": "fle" } },
            { "event": { "date": "2025" } },
            { "event": { "args": { "agent": "the house" } } },
            { "same_event": ["fled#1", "fled#2"] },
            { "time": {} },
        ]);
        assert_eq!(verdicts(checks), [false; 10]);
    }
}
