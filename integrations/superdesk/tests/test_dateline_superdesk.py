"""The module under superdesk-core's own endpoints, against stored answers, a faulty service and, with DATELINE_URL, a real one."""

import copy
import json
import os
import sys
import threading
import unittest
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from unittest import mock

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent.parent)]

import core  # noqa: E402

VERSION = core.load()

import dateline_superdesk  # noqa: E402
from superdesk.errors import SuperdeskApiError  # noqa: E402
from superdesk.text_checkers import ai  # noqa: E402
from superdesk.text_checkers.ai import imatrics  # noqa: E402
from superdesk.text_checkers.ai.base import AIServiceBase, registered_ai_services  # noqa: E402

ITEM = {
    "guid": "urn:newsml:desk:1",
    "language": "en-CA",
    "headline": "Berg & Co. opens in Marisport",
    "abstract": "<p>The mayor welcomes it.</p>",
    "body_html": "<p>MARISPORT — “We <b>welcome</b> it,” said Mayor Anna Berg of <a href='#'>Marisport</a>.</p>",
}


def mention(text, form="name"):
    return {"field": "body", "start": 0, "end": len(text), "text": text, "form": form, "confidence": 0.9}


def entity(kind, name, salience=0.5, **extra):
    return {"id": "e1", "type": kind, "name": name, "confidence": 0.9, "salience": salience, "roles": [], "mentions": [mention(name)], **extra}


LINKED = entity(
    "person",
    "Mark Carney",
    0.9,
    ids={"wikidata": "Q3099714"},
    link={"source": "wikidata", "score": 0.9, "name": "Mark Carney", "description": "Canadian politician"},
    nil_reason=None,
)
LINKED["mentions"] += [mention("Carney"), mention("he", "pronoun"), mention("Carney")]


class Answers(BaseHTTPRequestHandler):
    """A service whose answers are a list of (status, headers, body)."""

    queue, requests = [], []

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.requests.append((self.path, dict(self.headers), json.loads(body)))
        status, headers, answer = self.queue.pop(0)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer if isinstance(answer, bytes) else json.dumps(answer).encode())

    def log_message(self, *_):
        pass


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = HTTPServer(("127.0.0.1", 0), Answers)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.url = "http://127.0.0.1:{}/desk/".format(cls.server.server_port)

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.server.server_close()

    def setUp(self):
        registered_ai_services.clear()
        Answers.queue.clear()
        Answers.requests.clear()
        self.install()

    def install(self, **config):
        registered_ai_services.clear()
        dateline_superdesk.init_app(core.Config(**{"DATELINE_URL": self.url, **config}))

    def analyze(self, *answers, item=ITEM, service="dateline"):
        """What superdesk-core's endpoint `ai` answers the client."""
        Answers.queue[:] = answers
        doc = {"service": service, "item": copy.deepcopy(item)}
        ai.AIService("ai").create([doc])
        return doc["analysis"]

    def refused(self, *answers):
        with self.assertRaises(SuperdeskApiError) as caught:
            self.analyze(*answers)
        return caught.exception.status_code, caught.exception.message

    def found(self, *entities):
        return 200, {}, {"entities": list(entities)}


class Registration(Case):
    def test_is_an_ai_service_under_its_name(self):
        service = registered_ai_services["dateline"]
        self.assertIsInstance(service, AIServiceBase)
        self.assertEqual(service.label, "Dateline")

    def test_replaces_the_service_whose_name_it_is_given(self):
        imatrics.IMatrics(core.Config())
        dateline_superdesk.init_app(core.Config(DATELINE_URL=self.url, DATELINE_SERVICE_NAME="imatrics"))
        self.assertIsInstance(registered_ai_services["imatrics"], dateline_superdesk.Dateline)
        tag = self.analyze(self.found(LINKED), service="imatrics")["person"][0]
        self.assertEqual(tag["source"], "imatrics")

    def test_settings_may_be_environment_variables(self):
        with mock.patch.dict(os.environ, DATELINE_URL=self.url, DATELINE_API_KEY="k"):
            registered_ai_services.clear()
            dateline_superdesk.init_app(core.Config())
            self.assertIn("person", self.analyze(self.found(LINKED)))
        self.assertEqual(Answers.requests[0][1]["Authorization"], "Bearer k")


class Request(Case):
    def test_sends_markup_as_markup_and_asks_for_names_only(self):
        self.install(DATELINE_API_KEY="secret", DATELINE_MIN_CONFIDENCE="0.75")
        self.analyze(self.found())
        path, headers, body = Answers.requests[0]
        self.assertEqual((path, headers["Authorization"]), ("/desk/v1/extract", "Bearer secret"))
        expected = {
            "id": ITEM["guid"],
            "title": ITEM["headline"],
            "abstract": ITEM["abstract"],
            "body": ITEM["body_html"],
            "body_type": "html",
            "language": "en-CA",
            "options": {"include": ["entities"], "min_confidence": {"entities": 0.75}},
        }
        self.assertEqual(body, expected)

    def test_is_not_made_without_an_address_or_a_text(self):
        self.assertEqual(self.analyze(item={**ITEM, "body_html": " "}), {})
        self.install(DATELINE_URL="")
        self.assertEqual(self.analyze(), {})
        self.assertEqual(Answers.requests, [])

    def test_leaves_out_what_the_item_lacks(self):
        self.analyze(self.found(), item={"guid": "1", "language": "en", "headline": None, "body_html": "<p>Yes.</p>"})
        self.assertEqual(set(Answers.requests[0][2]), {"id", "body", "body_type", "language", "options"})

    def test_takes_the_tags_that_later_releases_pass(self):
        Answers.queue.append(self.found(LINKED))
        self.assertIn("person", registered_ai_services["dateline"].analyze(ITEM, {"person": []}))


class Suggestions(Case):
    def test_have_the_shape_of_imatrics(self):
        concept = {"title": "T", "uuid": "u", "type": "person", "shortDescription": "d", "aliases": ["a"], "author": "x", "links": [], "weight": 1}
        concept["links"] = [{"source": "wikidata", "relationType": "exactMatch", "id": "Q1"}]
        reference = imatrics.IMatrics(core.Config())._parse_concepts([concept])["person"][0]
        tag = self.analyze(self.found(LINKED))["person"][0]
        types = lambda of: {key: type(value) for key, value in of.items()}  # noqa: E731
        self.assertEqual(types(tag), types(reference))
        self.assertEqual(tag["altids"]["wikidata"], "Q3099714")

    def test_of_a_linked_name(self):
        expected = {
            "name": "Mark Carney",
            "qcode": "Q3099714",
            "parent": None,
            "source": "dateline",
            "original_source": "wikidata",
            "aliases": ["Carney"],
            "altids": {"wikidata": "Q3099714"},
            "description": "Canadian politician",
        }
        self.assertEqual(self.analyze(self.found(LINKED)), {"person": [expected]})

    def test_of_a_name_without_link_and_in_releases_without_links(self):
        for extra in ({}, {"ids": {}, "link": None, "nil_reason": "not_in_kb"}):
            tag = self.analyze(self.found(entity("person", "Anna  Berg", **extra)))["person"][0]
            self.assertEqual((tag["qcode"], tag["altids"], tag["aliases"]), ("person:anna berg", {}, []))
            self.assertNotIn("description", tag)

    def test_prefer_the_id_of_the_newsroom(self):
        tag = self.analyze(self.found(entity("person", "A", ids={"wikidata": "Q1", "known": "cms:17"})))["person"][0]
        self.assertEqual((tag["qcode"], tag["altids"]), ("cms:17", {"wikidata": "Q1", "known": "cms:17"}))

    def test_go_to_the_lists_of_the_item(self):
        kinds = ["person", "organization", "location", "facility", "event", "product", "work", "law", "group", "misc", "of a later release"]
        found = self.analyze(self.found(*(entity(kind, kind) for kind in kinds)))
        names = {target: [tag["name"] for tag in tags] for target, tags in found.items()}
        expected = {
            "person": ["person"],
            "organisation": ["organization"],
            "place": ["location", "facility"],
            "event": ["event"],
            "object": ["product", "work", "law"],
        }
        self.assertEqual(names, expected)

    def test_are_sorted_by_prominence_and_have_distinct_qcodes(self):
        same = {"ids": {"wikidata": "Q1"}}
        found = self.analyze(self.found(entity("location", "B", 0.1, **same), entity("location", "A", 0.9, **same), entity("location", "C", 0.5)))
        self.assertEqual([tag["name"] for tag in found["place"]], ["A", "C"])


class Faults(Case):
    def test_another_language_has_no_suggestions(self):
        problem = {"code": "language_unsupported", "detail": "the text is in German; only English is read", "language": "de"}
        with self.assertLogs("dateline_superdesk", "WARNING"):
            self.assertEqual(self.analyze((422, {}, problem)), {})

    def test_a_problem_is_reported_in_the_words_of_the_service(self):
        status, message = self.refused((401, {}, {"code": "key_missing", "detail": "send a key"}))
        self.assertEqual((status, message), (502, "dateline: send a key"))

    def test_waits_once_for_a_busy_service(self):
        busy = (503, {"Retry-After": "0"}, {"code": "overloaded", "detail": "busy"})
        self.assertIn("person", self.analyze(busy, self.found(LINKED)))
        self.assertEqual(self.refused(busy, busy), (502, "dateline: busy"))
        self.assertEqual(self.refused((503, {"Retry-After": "60"}, {"detail": "busy"})), (502, "dateline: busy"))

    def test_an_answer_that_is_no_json(self):
        for status in (200, 502):
            self.assertIn("is DATELINE_URL right?", self.refused((status, {}, b"<html>"))[1])

    def test_a_service_that_is_not_there(self):
        self.install(DATELINE_URL="http://127.0.0.1:9/?token=secret")
        with self.assertLogs("dateline_superdesk", "ERROR") as logs:
            self.assertEqual(self.refused(), (502, "dateline: the service cannot be reached"))
        self.assertNotIn("secret", "".join(logs.output))


class Operations(Case):
    def operate(self, operation):
        doc = {"service": "dateline", "operation": operation, "data": {}}
        ai.AIDataOpService("ai_data_op").create([doc])
        return doc["result"]

    def test_of_the_widget(self):
        self.assertEqual(self.operate("search"), {"tags": {}, "broader": {}})
        self.assertEqual(self.operate("feedback"), {})
        for operation in ("create", "delete"):
            with self.assertRaises(SuperdeskApiError):
                self.operate(operation)


@unittest.skipUnless(os.environ.get("DATELINE_URL"), "DATELINE_URL names no service")
class RealService(unittest.TestCase):
    def test_suggests_the_names_of_an_article(self):
        registered_ai_services.clear()
        dateline_superdesk.init_app(core.Config(DATELINE_URL=os.environ["DATELINE_URL"]))
        doc = {"service": "dateline", "item": dict(ITEM)}
        ai.AIService("ai").create([doc])
        names = {target: [tag["name"] for tag in tags] for target, tags in doc["analysis"].items()}
        self.assertIn("Anna Berg", names["person"])
        self.assertIn("marisport", [name.lower() for name in names["place"]])

    def test_has_no_suggestions_for_another_language(self):
        registered_ai_services.clear()
        dateline_superdesk.init_app(core.Config(DATELINE_URL=os.environ["DATELINE_URL"]))
        german = "<p>Der Außenminister sagte am Montag in Berlin, die Verhandlungen seien gescheitert.</p>"
        doc = {"service": "dateline", "item": {"guid": "2", "language": "de", "body_html": german}}
        with self.assertLogs("dateline_superdesk", "WARNING"):
            ai.AIService("ai").create([doc])
        self.assertEqual(doc["analysis"], {})


if __name__ == "__main__":
    print("superdesk-core", VERSION)
    unittest.main()
