from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest


class Site(BaseHTTPRequestHandler):
    """Answers with the status that the path names."""

    def do_GET(self):
        assert "imt-portal" in self.headers["User-Agent"]
        self.send_response(int(self.path.strip("/").partition("?")[0]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def sites() -> Iterator[str]:
    """The address of a server that stands for every site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
