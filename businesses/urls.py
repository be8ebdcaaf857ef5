"""Addresses of the directory. A key is a source's: an enterprise number and a suffix, or its own."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import pgettext_lazy

from businesses.views import business, directory, favourites, report

app_name = "businesses"


class KeyConverter(StringConverter):
    regex = r"[a-z0-9-]{1,40}"


register_converter(KeyConverter, "business")

urlpatterns = [
    path("", directory.index, name="index"),
    path(pgettext_lazy("address", "businesses.csv"), directory.export, name="list-csv"),
    path(pgettext_lazy("address", "favourites/"), favourites.favourites, name="favourites"),
    path(pgettext_lazy("address", "report/<str:token>/"), report.confirm, name="confirm"),
    # Under a word of its own: a key may be any word.
    path(pgettext_lazy("address", "business/<business:key>/report-an-error/"), report.report, name="report"),
    path(
        pgettext_lazy("address", "business/<business:key>/report-an-error/sent/"),
        report.report_sent,
        name="report-sent",
    ),
    path(pgettext_lazy("address", "business/<business:key>/<slug:slug>/"), business.detail, name="business"),
    path(pgettext_lazy("address", "business/<business:key>/"), business.detail, name="business"),
]
