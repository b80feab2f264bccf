"""What the description cannot say of bodies: NDJSON is sent as lines, text of any kind is an article, its language decides whether it is
read, a batch answers a document that is not valid in its place, an item of ninjs has an article, and ids differ. Cases that break the
description only there are left out."""

import schemathesis
from schemathesis.core.parameters import ParameterLocation

NDJSON = "application/x-ndjson"


def breaks(case, location):
    return case.meta is not None and case.meta.is_negative_at(location)


def media_type(case):
    return (case.media_type or "").split(";")[0]


@schemathesis.serializer(NDJSON)
def ndjson(ctx, value):
    return value.encode() if isinstance(value, str) else str(value).encode()


@schemathesis.hook
def filter_case(context, case):
    if media_type(case) == NDJSON or media_type(case).startswith("text/"):
        return isinstance(case.body, str)
    is_batch = case.path == "/v1/batch" and isinstance(case.body, dict) and isinstance(case.body.get("documents"), list)
    return not (is_batch and breaks(case, ParameterLocation.BODY))


def with_distinct_ids(request):
    """No two of a caller's entities have one id."""
    for place in (request, request.get("defaults"), *(request.get("documents") or ())):
        known = place.get("known_entities") if isinstance(place, dict) else None
        for number, entity in enumerate(known or ()):
            entity["id"] = f"cms:{number}"


@schemathesis.hook
def map_case(context, case):
    if isinstance(case.body, dict) and not breaks(case, ParameterLocation.BODY):
        with_distinct_ids(case.body)
    # Random characters are in no language.
    if media_type(case).startswith("text/") and not breaks(case, ParameterLocation.QUERY):
        case.query = {**(case.query or {}), "language": "en"}
    elif case.path == "/v1/extract" and isinstance(case.body, dict) and not breaks(case, ParameterLocation.BODY):
        case.body["language"] = "en"
    elif case.path == "/v1/ninjs" and isinstance(case.body, dict) and not breaks(case, ParameterLocation.BODY):
        case.body |= {"body_text": "Ana Prado left Marisport.", "language": "en"}
    return case
