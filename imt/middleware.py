"""What happens around every request. The order is that of `settings.MIDDLEWARE`."""

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.conf import settings
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.messages.middleware import MessageMiddleware
from django.contrib.sessions.middleware import SessionMiddleware
from django.core.cache import cache
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse, HttpResponseNotModified
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

from catalog.models import DataVersion

ADMIN = "/admin/"
API = "/api/"
# Answers that depend on more than the data: the admin, the health page, files.
NEVER_CACHED = (ADMIN, "/healthz", settings.STATIC_URL)
# Seconds that the proxy in front may show a page without asking whether it is current. Browsers always ask: after a
# publication or a rollback nobody sees an earlier figure.
PROXY_SECONDS = 5


class AdminOnly:
    """Mixin: the middleware exists for the admin; public pages read no session and set no cookie."""

    def __call__(self, request):
        if request.path_info.startswith(ADMIN):
            return super().__call__(request)
        return self.get_response(request)


class AdminSessions(AdminOnly, SessionMiddleware):
    pass


class AdminAuthentication(AdminOnly, AuthenticationMiddleware):
    pass


class AdminMessages(AdminOnly, MessageMiddleware):
    pass


class Language(LocaleMiddleware):
    """The language is in the address: its first word, or in the API its `lang`, French otherwise.

    Only `/` and the admin follow the browser. The API's answers are the same whatever headers come.
    """

    def process_request(self, request):
        if not request.path_info.startswith(API):
            super().process_request(request)
            return
        asked = request.GET.get("lang")
        translation.activate(asked if asked in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        if request.path_info.startswith(API):
            return response
        return super().process_response(request, response)


def open_api(get_response):
    """Let programs on other sites read the API: it is open data, and knows nothing of who asks."""

    def middleware(request):
        response = get_response(request)
        if request.path_info.startswith(API):
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Allow-Headers"] = "*"
            response.headers["Access-Control-Expose-Headers"] = "ETag"
        return response

    return middleware


class PublicWrite(Exception):
    """A public page tried to write to the database."""


READS = re.compile(r"[\s(]*(SELECT|WITH|EXPLAIN|SET|SHOW|SAVEPOINT|RELEASE|ROLLBACK|DECLARE|FETCH|CLOSE)\b", re.I)


_may_write = ContextVar("public_write", default=False)


@contextmanager
def public_write() -> Iterator[None]:
    """Let a public page write: only what is inside, which no address alone may bring about."""
    token = _may_write.set(True)
    try:
        yield
    finally:
        _may_write.reset(token)


def refuse_writes(execute, sql, params, many, context):
    if not READS.match(str(sql)) and not _may_write.get():
        raise PublicWrite(sql)
    return execute(sql, params, many, context)


def read_only(get_response):
    """Let public pages only read: a write there is a defect and raises, outside of `public_write`."""

    def middleware(request):
        if request.path_info.startswith(ADMIN):
            return get_response(request)
        with connection.execute_wrapper(refuse_writes):
            return get_response(request)

    return middleware


def page_cache(get_response):
    """Render a page once per data version, and answer a matching `If-None-Match` without any SQL.

    The ETag is made from the data version, the code version and the address; nothing else may change a public page, so
    views read neither cookies nor (besides `HX-Request` and, at `/`, the language) headers. One question to the cache
    gives both the data version and the page, which says of which version it is.
    """

    def middleware(request):
        if request.method not in {"GET", "HEAD"} or request.path_info.startswith(NEVER_CACHED):
            return get_response(request)
        language = request.META.get("HTTP_ACCEPT_LANGUAGE", "") if request.path_info == "/" else ""
        partial = request.META.get("HTTP_HX_REQUEST", "")
        address = f"{settings.CODE_VERSION} {request.build_absolute_uri()} {language} {partial}"
        name = f"page:{hashlib.sha256(address.encode()).hexdigest()[:32]}"
        known = [tag.strip().removeprefix("W/") for tag in request.META.get("HTTP_IF_NONE_MATCH", "").split(",")]
        found = {} if any(known) else cache.get_many([DataVersion.CACHE_KEY, name])
        try:
            version = found.get(DataVersion.CACHE_KEY) or DataVersion.latest()
        except (OperationalError, InterfaceError):
            return get_response(request)  # whose view will say, in the page's language, that the database is down
        etag = f'"{version.number}-{name.removeprefix("page:")}"'
        if etag in known:
            return caching_headers(HttpResponseNotModified(), etag)
        page = found.get(name) or (any(known) and cache.get(name))
        if page and page[0] == version.number:
            _version, content, headers = page
            return HttpResponse(content, headers=headers)
        response = get_response(request)
        if response.status_code != 200 or response.streaming or response.cookies:
            return response
        if "no-store" in response.headers.get("Cache-Control", ""):
            return response
        caching_headers(response, etag)
        cache.set(name, (version.number, response.content, dict(response.headers)))
        return response

    return middleware


def caching_headers(response, etag: str):
    response.headers["ETag"] = etag
    response.headers["Cache-Control"] = "public, max-age=0, must-revalidate"
    response.headers["X-Accel-Expires"] = str(PROXY_SECONDS)
    patch_vary_headers(response, ["HX-Request"])
    return response
