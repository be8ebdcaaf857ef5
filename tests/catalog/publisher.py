"""A publisher's server on this machine: one file, and the ways in which a real one disappoints."""

from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Behaviour:
    """What the next answers are like; `asked` keeps the headers of each request."""

    content: bytes = b""
    etag: str = '"1"'
    last_modified: str = ""
    status: int = 200
    stops_at: int | None = None  # bytes after which the connection is closed
    tells_length: bool = True
    ranges: bool = True
    wrong_range: bool = False
    asked: list[dict] = field(default_factory=list)


class Publisher(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, content: bytes):
        super().__init__(("127.0.0.1", 0), Answer)
        self.now = Behaviour(content)
        self.url = f"http://127.0.0.1:{self.server_port}/files/wages%202025.csv"


class Answer(BaseHTTPRequestHandler):
    def do_GET(self):
        now = self.server.now
        now.asked.append(dict(self.headers))
        if now.status != 200:
            self.answer(now.status, b"<html>Sorry</html>")
        elif self.is_known():
            self.answer(304)
        elif now.ranges and (start := self.asked_start()) is not None:
            self.answer_range(start)
        else:
            self.answer(200, now.content, now.stops_at)

    def is_known(self) -> bool:
        now, headers = self.server.now, self.headers
        same_tag = now.etag and headers.get("If-None-Match") == now.etag
        return bool(same_tag or (now.last_modified and headers.get("If-Modified-Since") == now.last_modified))

    def asked_start(self) -> int | None:
        now, validator = self.server.now, self.headers.get("If-Range")
        if "Range" not in self.headers or validator not in {now.etag, now.last_modified}:
            return None
        return int(self.headers["Range"].removeprefix("bytes=").removesuffix("-"))

    def answer_range(self, start: int):
        now = self.server.now
        if start >= len(now.content):
            self.answer(416)
            return
        shown = start + 1 if now.wrong_range else start
        place = {"Content-Range": f"bytes {shown}-{len(now.content) - 1}/{len(now.content)}"}
        self.answer(206, now.content[start:], now.stops_at and now.stops_at - start, place)

    def answer(self, status: int, body: bytes = b"", stops_at: int | None = None, headers: dict | None = None):
        now = self.server.now
        self.send_response(status)
        if now.tells_length:
            self.send_header("Content-Length", str(len(body)))
        for name, value in {"ETag": now.etag, "Last-Modified": now.last_modified, **(headers or {})}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[:stops_at])

    def log_message(self, *_arguments):
        pass
