"""Dateline as an AI service of Superdesk: suggests people, organisations, places, events and objects as tags.

Add ``dateline_superdesk`` to ``INSTALLED_APPS`` and set ``DATELINE_URL``; README.md lists the settings. The answer has the shape of
superdesk-core's iMatrics service, so that the client's tagging widget can show it.
"""

import logging
import os
import time
from typing import Any, Dict, List, Optional, Tuple
from urllib.parse import urlsplit

import requests
from superdesk.errors import SuperdeskApiError
from superdesk.text_checkers.ai.base import AIServiceBase, registered_ai_services

logger = logging.getLogger(__name__)
session = requests.Session()

#: Seconds to connect, and to wait for the answer. Dateline's own deadline is 30 s unless it is configured otherwise.
TIMEOUT = (5, 35)

#: Statuses of a busy service, and the longest Retry-After in seconds for which an editor is kept waiting.
BUSY, WAIT_MAX = (429, 503), 5

#: Type of an entity -> list of the item. Nationalities and unclear names make poor tags; they are left out.
TAG_LISTS = {
    "person": "person",
    "organization": "organisation",
    "location": "place",
    "facility": "place",
    "event": "event",
    "product": "object",
    "work": "object",
    "law": "object",
}


class Dateline(AIServiceBase):
    """Tag suggestions from a Dateline service."""

    label = "Dateline"

    def __init__(self, app):
        super().__init__(app)
        self.app = app

    @property
    def name(self) -> str:
        """The name that clients ask for, which is also the ``source`` of each tag."""
        return self._setting("DATELINE_SERVICE_NAME") or "dateline"

    def _setting(self, key: str) -> Any:
        return self.app.config.get(key, os.environ.get(key))

    def analyze(self, item: dict, tags: Optional[dict] = None) -> Dict[str, List[dict]]:
        """Returns suggestions by list of the item, the most prominent first.

        An item in a language that Dateline does not read has none. ``tags``, which later releases of superdesk-core pass, is
        not used: suggestions depend on the text alone.
        """
        url = self._setting("DATELINE_URL")
        if not url:
            logger.warning("DATELINE_URL is not set; no tags are suggested")
            return {}
        if not (item.get("body_html") or "").strip():
            return {}
        answer = self._extract(url, item)
        return self._suggestions(answer["entities"]) if answer else {}

    def data_operation(self, verb: str, operation: str, name: Optional[str], data: dict) -> dict:
        """Answers the widget's other requests. Dateline stores nothing: a search finds nothing, feedback is dropped."""
        if operation == "search":
            return {"tags": {}, "broader": {}}
        if operation == "feedback":
            return {}
        raise SuperdeskApiError.badRequestError(
            "{}: tags cannot be {}d in Dateline; add them to a vocabulary".format(self.name, operation)
        )

    def search_images(self, items: List[dict]) -> List[dict]:
        """Dateline has no images."""
        return []

    def _extract(self, url: str, item: dict) -> Optional[dict]:
        response = self._send(url, self._request_body(item))
        if response.status_code == 200:
            return self._json(response)
        problem = self._json(response)
        if problem.get("code") == "language_unsupported":
            logger.warning("%s: %s: %s", self.name, item.get("guid"), problem.get("detail"))
            return None
        raise SuperdeskApiError.proxyError(
            "{}: {}".format(self.name, problem.get("detail") or "status {}".format(response.status_code))
        )

    def _request_body(self, item: dict) -> dict:
        options: Dict[str, Any] = {"include": ["entities"]}
        floor = self._setting("DATELINE_MIN_CONFIDENCE")
        if floor not in (None, ""):
            try:
                options["min_confidence"] = {"entities": float(floor)}
            except ValueError:
                logger.error("DATELINE_MIN_CONFIDENCE is not a number; the service's own floor is used")
        body = {
            "id": item.get("guid"),
            "title": item.get("headline"),
            "abstract": item.get("abstract"),
            "body": item["body_html"],
            "body_type": "html",
            "language": item.get("language"),
            "options": options,
        }
        return {key: value for key, value in body.items() if value is not None}

    def _send(self, url: str, body: dict) -> requests.Response:
        key = self._setting("DATELINE_API_KEY")
        headers = {"Authorization": "Bearer {}".format(key)} if key else {}
        address = url.rstrip("/") + "/v1/extract"
        try:
            response = session.post(address, json=body, headers=headers, timeout=TIMEOUT, allow_redirects=False)
            wait = seconds_to_wait(response)
            if wait is not None:
                time.sleep(wait)
                response = session.post(address, json=body, headers=headers, timeout=TIMEOUT, allow_redirects=False)
        except requests.RequestException as error:
            # The exception's own text holds the address in full, with what may be secret in it.
            logger.error("%s: no answer from %s: %s", self.name, urlsplit(url).hostname, type(error).__name__)
            raise SuperdeskApiError.proxyError("{}: the service cannot be reached".format(self.name))
        return response

    def _json(self, response: requests.Response) -> dict:
        try:
            answer = response.json()
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise SuperdeskApiError.proxyError(
                "{}: status {} without JSON; is DATELINE_URL right?".format(self.name, response.status_code)
            )
        return answer

    def _suggestions(self, entities: List[dict]) -> Dict[str, List[dict]]:
        suggestions: Dict[str, List[dict]] = {}
        # The client keeps tags of all lists by qcode, so that each qcode may occur once.
        qcodes = set()
        for entity in sorted(entities, key=lambda each: each["salience"], reverse=True):
            target, tag = TAG_LISTS.get(entity["type"]), self._tag(entity)
            if target and tag["qcode"] not in qcodes:
                qcodes.add(tag["qcode"])
                suggestions.setdefault(target, []).append(tag)
        return suggestions

    def _tag(self, entity: dict) -> dict:
        link = entity.get("link") or {}
        qcode, altids = identifiers(entity)
        tag = {
            "name": link.get("name") or entity["name"],
            "qcode": qcode,
            "parent": None,
            "source": self.name,
            "original_source": link.get("source"),
            "aliases": [],
            "altids": altids,
        }
        names = [mention["text"] for mention in entity["mentions"] if mention["form"] == "name"]
        tag["aliases"] = [name for name in dict.fromkeys([entity["name"], *names]) if name != tag["name"]]
        if link.get("description"):
            tag["description"] = link["description"]
        return tag


def identifiers(entity: dict) -> Tuple[str, Dict[str, str]]:
    """Returns a qcode that is the same in every article, and all ids by scheme: the newsroom's own id, else Wikidata's, else type and name."""
    ids = {scheme: value for scheme, value in (entity.get("ids") or {}).items() if value}
    by_name = "{}:{}".format(entity["type"], " ".join(entity["name"].split()).casefold())
    return ids.get("known") or ids.get("wikidata") or next(iter(ids.values()), by_name), ids


def seconds_to_wait(response: requests.Response) -> Optional[int]:
    """Returns the seconds after which a busy service is asked once more, or None where that is not worth it."""
    value = response.headers.get("Retry-After", "")
    if response.status_code in BUSY and value.isdigit() and int(value) <= WAIT_MAX:
        return int(value)
    return None


def init_app(app) -> None:
    """Registers the service; Superdesk calls it for each of its ``INSTALLED_APPS``."""
    name = app.config.get("DATELINE_SERVICE_NAME", os.environ.get("DATELINE_SERVICE_NAME"))
    if name and registered_ai_services.pop(name, None):
        logger.warning("the AI service %r is now Dateline", name)
    Dateline(app)
