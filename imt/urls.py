"""Addresses. The two languages have their own words; the names of the views are the same in both."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path
from django.utils.translation import pgettext_lazy

from catalog import health
from imt import api_docs, views
from imt.sitemaps import SITEMAPS

handler403 = "imt.errors.forbidden"
handler404 = "imt.errors.not_found"
handler500 = "imt.errors.server_error"


def information(route, name: str):
    return path(route, views.Information.as_view(template_name=f"information/{name}.html"), name=name)


urlpatterns = [
    path("", views.root, name="root"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("imt.api_urls")),
    path("api/console/", api_docs.console, name="api-console"),
    path("healthz", health.healthz, name="healthz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("favicon.ico", views.favicon, name="favicon"),
    *i18n_patterns(
        path("", views.home, name="home"),
        path(pgettext_lazy("address", "occupations/"), include("occupations.urls")),
        path(pgettext_lazy("address", "training/"), include("training.urls")),
        path(pgettext_lazy("address", "sectors/"), include("sectors.urls")),
        path(pgettext_lazy("address", "businesses/"), include("businesses.urls")),
        path(pgettext_lazy("address", "sources-and-dates/"), include("catalog.urls")),
        path("api/", api_docs.documentation, name="api"),
        path(pgettext_lazy("address", "lexicon/"), views.lexicon, name="lexicon"),
        information(pgettext_lazy("address", "about/"), "about"),
        information(pgettext_lazy("address", "privacy/"), "privacy"),
        information(pgettext_lazy("address", "accessibility/"), "accessibility"),
        information(pgettext_lazy("address", "independent-project/"), "independence"),
    ),
]
