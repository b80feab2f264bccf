"""What the tests share: a vocabulary of letters, so that any text can be read, and an article with every layer."""
import pytest

from recipe import features

ARTICLE = ('Harbour Minister Ada Quill met Tom Brandt in Velden on Monday. "We signed the pact," she said.\n'
           "Brandt thinks the U.S.-led plan won't last. The minister was praised for the meeting of 3 March 2025. "
           "Police arrested a man.")


def at(part, start=0):
    first = ARTICLE.index(part, start)
    return [first, first + len(part)]


@pytest.fixture
def article():
    return {"id": "t", "class": "open", "text": ARTICLE, "published_at": "2025-03-04",
            "entities": [{"name": "Ada Quill", "type": "person", "aliases": ["Ada Quill"]},
                         {"name": "Tom Brandt", "type": "person", "aliases": ["Tom Brandt", "Brandt"]},
                         {"name": "Velden", "type": "location", "aliases": ["Velden"]}],
            "quotes": [{"content_spans": [at("We signed the pact")], "cue_span": at("said"), "source_span": at("she"), "speaker": "Ada Quill"}],
            "nominals": [{"span": at("The minister"), "entity": "Ada Quill"}],
            "events": [{"type": "diplomacy.meeting", "trigger_span": at("met"), "factuality": "actual", "place": "Velden", "date": "2025-03-03",
                        "ref": "meeting", "args": [{"role": "participant", "text": "Ada Quill"}, {"role": "participant", "text": "Tom Brandt"}]},
                       {"type": "statement.praise", "trigger_span": at("praised"), "factuality": "actual", "place": None, "date": None, "args": []},
                       {"type": "diplomacy.meeting", "trigger_span": at("meeting"), "factuality": "actual", "place": None, "date": "2025-03-03",
                        "ref": "meeting", "args": []},
                       {"type": "justice.arrest", "trigger_span": at("arrested"), "factuality": "actual", "place": None, "date": "1999", "args": []}]}


@pytest.fixture(autouse=True, scope="session")
def vocabulary(tmp_path_factory):
    path = tmp_path_factory.mktemp("model") / "vocab.txt"
    letters = "abcdefghijklmnopqrstuvwxyz0123456789"
    rows = [f"[unused{i}]" for i in range(104)] + list(letters) + [f"##{c}" for c in letters] + list(".,\"'-;:()!?") + ["minister", "said"]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    features.start(str(path))
    return str(path)
