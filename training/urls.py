"""Addresses of training. The identifier of a programme is its code, or words of the portal's own."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.utils.translation import pgettext_lazy

from training.views import best, institution, programme, search, sheet

app_name = "training"


class InstitutionConverter(StringConverter):
    regex = r"[0-9]{6}"


register_converter(InstitutionConverter, "institution")

urlpatterns = [
    path("", search.index, name="index"),
    path(pgettext_lazy("address", "suggest/"), search.suggest, name="suggest"),
    path(pgettext_lazy("address", "programs.csv"), search.export, name="list-csv"),
    path(pgettext_lazy("address", "best-prospects/"), best.best, name="best"),
    path(pgettext_lazy("address", "programs/<slug:identifier>/<slug:slug>/"), programme.detail, name="programme"),
    path(pgettext_lazy("address", "programs/<slug:identifier>/<slug:slug>/sheet.pdf"), sheet.sheet, name="sheet"),
    path(pgettext_lazy("address", "programs/<str:identifier>/"), programme.detail, {"slug": ""}, name="programme"),
    path(
        pgettext_lazy("address", "institutions/<institution:code>-<slug:slug>/"),
        institution.detail,
        name="institution",
    ),
    path(
        pgettext_lazy("address", "institutions/<institution:code>/"),
        institution.detail,
        {"slug": ""},
        name="institution",
    ),
]
