use super::*;

#[test]
fn the_lexicon_has_the_types_of_the_ontology() {
    let ontology: Vec<&str> = crate::events::EventType::all().map(crate::events::EventType::id).collect();
    assert_eq!(ontology, dateline_lexicon::EVENT_TYPES);
}

#[test]
fn frames_name_roles_of_their_type() {
    for row in lexicon().rows() {
        for (place, role) in row.frame {
            assert!(
                row.kind.info().roles.contains(role),
                "{}: {place}={role} is no role of {}",
                row.trigger,
                row.kind.id()
            );
        }
    }
}

#[test]
fn conditions_name_classes_that_exist() {
    for row in lexicon().rows() {
        for condition in &row.conditions {
            let (Test::Next(values)
            | Test::Previous(values)
            | Test::Near(values)
            | Test::Subject(values)
            | Test::Object(values)
            | Test::Modifier(values)) = &condition.test
            else {
                continue;
            };
            for class in values.iter().filter_map(|value| value.strip_prefix('@')) {
                assert!(dateline_lexicon::trigger_classes().contains(&class), "{}: no class {class}", row.trigger);
            }
        }
    }
}

#[test]
fn a_topic_needs_several_words() {
    let sports = Topic::named("sports").expect("there is such a topic");
    assert!(Topics::of("the league match ended after a late goal by the striker".split(' ')).has(sports));
    assert!(!Topics::of("the talks ended after a late goal was set".split(' ')).has(sports));
}
