"""The home page, the pages about the portal itself, and the few addresses outside any language."""

from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView

from catalog.models import Fact, Release
from catalog.registry import registry
from imt.lexicon import abbreviations, by_letter
from imt.templatetags.portal import absolute


@require_safe
def root(request):
    """Send a visitor to the language that the browser prefers, French first."""
    response = HttpResponseRedirect(f"/{get_language_from_request(request)}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def home(request):
    """Show the way in, and how fresh the figures are: the live releases of the datasets that hold facts."""
    figures = [definition.slug for definition in registry if issubclass(definition.model, Fact)]
    live = Release.objects.filter(state=Release.State.LIVE, dataset_id__in=figures)
    return render(
        request,
        "home/index.html",
        {"releases": sorted(live, key=lambda release: figures.index(release.dataset_id))},
    )


@require_safe
def lexicon(request):
    """Explain the words of the field, from A to Z in the page's language."""
    context = {"letters": by_letter(), "abbreviations": abbreviations()}
    return render(request, "information/lexicon.html", context)


class Information(TemplateView):
    """A page of text: `Information.as_view(template_name=…)`."""


@require_safe
def robots(request):
    context = {"sitemap": absolute(request, reverse("sitemap"))}
    return render(request, "robots.txt", context, content_type="text/plain")


@require_safe
def favicon(request):
    """Answer those who ask for the icon without reading the page that names it."""
    return redirect(static("icons/favicon.svg"))
