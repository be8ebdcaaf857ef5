"""Addresses of the sectors of activity. A class of NAICS has two to six digits, or is a range: 31-33."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import pgettext_lazy

from sectors.views import browse, compare, files, grouping, industry, tree, weights

app_name = "sectors"


class NaicsConverter(StringConverter):
    regex = r"[0-9]{2}-[0-9]{2}|[0-9]{2,6}"


class GroupingConverter(StringConverter):
    regex = r"[0-9]{2}"


register_converter(NaicsConverter, "naics")
register_converter(GroupingConverter, "grouping")

urlpatterns = [
    path("", browse.index, name="index"),
    path(pgettext_lazy("address", "sectors.csv"), browse.export, name="list-csv"),
    path(pgettext_lazy("address", "compare/"), compare.compare, name="compare"),
    path(pgettext_lazy("address", "compare/table.csv"), compare.table, name="compare-csv"),
    path(pgettext_lazy("address", "by-region/"), weights.by_region, name="by-region"),
    path(pgettext_lazy("address", "by-region/table.csv"), weights.export, name="by-region-csv"),
    path(pgettext_lazy("address", "naics/"), tree.tree, name="tree"),
    # Under a word of their own: 41 is a grouping, and wholesale trade in NAICS.
    path(pgettext_lazy("address", "groupings/<grouping:code>-<slug:slug>/"), grouping.detail, name="grouping"),
    path(pgettext_lazy("address", "groupings/<grouping:code>/"), grouping.detail, {"slug": ""}, name="grouping"),
    path(
        pgettext_lazy("address", "groupings/<grouping:code>-<slug:slug>/figures.csv"),
        files.of_grouping,
        name="grouping-csv",
    ),
    path(pgettext_lazy("address", "groupings/<grouping:code>-<slug:slug>/sheet.pdf"), grouping.sheet, name="sheet"),
    path(pgettext_lazy("address", "<naics:code>-<slug:slug>/figures.csv"), files.of_industry, name="industry-csv"),
    path(
        pgettext_lazy("address", "<naics:code>-<slug:slug>/occupations.csv"), files.occupations, name="occupations-csv"
    ),
    # First the code alone: 31-33 is not class 31 with 33 for words.
    path("<naics:code>/", industry.detail, {"slug": ""}, name="industry"),
    path("<naics:code>-<slug:slug>/", industry.detail, name="industry"),
]
