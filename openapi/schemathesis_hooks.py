"""How schemathesis sends NDJSON: the lines as they are. Every body is some lines, so there is none that breaks the description."""

import schemathesis

NDJSON = "application/x-ndjson"


@schemathesis.serializer(NDJSON)
def ndjson(ctx, value):
    return value.encode() if isinstance(value, str) else str(value).encode()


@schemathesis.hook
def filter_case(context, case):
    return case.media_type != NDJSON or isinstance(case.body, str)
