"""The bytes of one file at any address: what the server costs, without Django (`bare`) and with it (`django`)."""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import re_path

PAGE = Path(os.environ["CONSTANT_PAGE"]).read_bytes()


def bare(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(PAGE)))])
    return [PAGE]


settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="nothing is signed here")
urlpatterns = [re_path("", lambda request: HttpResponse(PAGE))]
django = get_wsgi_application()
