"""Addresses of the occupations. A code of NOC 2021 has one to five digits; an old one, four."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import pgettext_lazy

from occupations.views import compare, detail, employer, matrix, search, sheet

app_name = "occupations"


class CodeConverter(StringConverter):
    regex = r"[0-9]{1,5}"


class FourDigitsConverter(StringConverter):
    regex = r"[0-9]{4}"


register_converter(CodeConverter, "noc")
register_converter(FourDigitsConverter, "four_digits")

urlpatterns = [
    path("", search.search, name="search"),
    path(pgettext_lazy("address", "suggest/"), search.suggest, name="suggest"),
    path(pgettext_lazy("address", "compare/"), compare.compare, name="compare"),
    path(pgettext_lazy("address", "compare/table.csv"), compare.table, name="compare-csv"),
    path(pgettext_lazy("address", "by-region/"), matrix.matrix, name="matrix"),
    path(pgettext_lazy("address", "by-region/table.csv"), matrix.export, name="matrix-csv"),
    path("<four_digits:code>-<slug:slug>/<path:under>", detail.of_no_unit_group),
    path("<four_digits:code>/<path:under>", detail.of_no_unit_group, {"slug": ""}),
    path(pgettext_lazy("address", "<noc:code>-<slug:slug>/sheet.pdf"), sheet.sheet, name="sheet"),
    path(pgettext_lazy("address", "<noc:code>-<slug:slug>/employer/"), employer.employer, name="employer"),
    path(pgettext_lazy("address", "<noc:code>-<slug:slug>/employer/wages.csv"), employer.wages, name="employer-csv"),
    path(pgettext_lazy("address", "<noc:code>/sheet.pdf"), sheet.sheet, {"slug": ""}),
    path(pgettext_lazy("address", "<noc:code>/employer/"), employer.employer, {"slug": ""}),
    path(pgettext_lazy("address", "<noc:code>/employer/wages.csv"), employer.wages, {"slug": ""}),
    path(pgettext_lazy("address", "list.csv"), search.export, name="list-csv"),
    path("<noc:code>-<slug:slug>/", detail.detail, name="detail"),
    path("<noc:code>/", detail.detail, {"slug": ""}, name="detail"),
]
