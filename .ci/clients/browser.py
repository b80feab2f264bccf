"""browser.py FOLDER PORT SERVICE: opens tests/browser.html of the TypeScript client in Chromium, and checks what it reports.

The page is served on PORT, whose origin the service must allow.
"""

import http.server
import queue
import subprocess
import sys
import tempfile
import threading
import urllib.parse

EXPECTED = "read 2, “The port stays open,”"
TIME_S_MAX = 180


class Pages(http.server.SimpleHTTPRequestHandler):
    reports: "queue.Queue[str]" = queue.Queue()

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.reports.put(self.rfile.read(length).decode())
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


def main(folder: str, port: str, service: str) -> int:
    def pages(*arguments: object) -> Pages:
        return Pages(*arguments, directory=folder)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = f"http://127.0.0.1:{port}/tests/browser.html?" + urllib.parse.urlencode({"service": service})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", f"--user-data-dir={profile}"]
        browser = subprocess.Popen(["chromium", *options, page], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            report = Pages.reports.get(timeout=TIME_S_MAX)
        except queue.Empty:
            report = "nothing"
        finally:
            browser.terminate()
            browser.wait()
    print(f"the page reports: {report}")
    return int(report != EXPECTED)


sys.exit(main(*sys.argv[1:]))
