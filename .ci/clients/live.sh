#!/usr/bin/env bash
# live.sh WORK: the clients' tests and examples against the service at DATELINE_URL. WORK holds what the suite `clients` installed.
set -euo pipefail
work=$1

cd "$work/clients/python"
python -m pytest -p no:cacheprovider tests/test_live.py
python examples/who_said_what.py "$DATELINE_URL" | grep -F "Lovisa Ahlqvist said: The port stays open"
python examples/read_batch.py "$work/examples/articles.ndjson" "$DATELINE_URL" | grep -F "quake-valley:"
python examples/read_async.py "$DATELINE_URL" | grep -F "Teresa Mamani"
python examples/mark_quotes.py "$DATELINE_URL" | grep -F '<i><span class="quote" title="Lovisa Ahlqvist">not</span></i>'

cd "$work/clients/typescript"
node --test --test-reporter=dot tests/live.test.js
cd "$work/user"
node who-said-what.js "$DATELINE_URL" | grep -F "Lovisa Ahlqvist said: The port stays open"
node read-batch.js "$work/examples/articles.ndjson" "$DATELINE_URL" | grep -F "quake-valley:"
node mark-quotes.js "$DATELINE_URL" | grep -F '<i><span class="quote" data-quote="q1">not</span></i>'

if ! command -v chromium >/dev/null; then
    echo "Chromium is not installed: the client was not tried in a browser"
    exit
fi
echo "-- the client in Chromium"
python "$(dirname "$0")/browser.py" "$work/clients/typescript" "${DATELINE_CORS_ORIGINS##*:}" "$DATELINE_URL"
