"""Where every figure comes from: the datasets, and what the public has seen of each."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from catalog.models import Release
from catalog.registry import registry


@require_safe
def sources(request):
    live = {release.dataset_id: release for release in Release.objects.filter(state=Release.State.LIVE)}
    datasets = [(definition, live.get(definition.slug)) for definition in registry]
    return render(request, "catalog/sources.html", {"datasets": datasets})


@require_safe
def dataset(request, slug: str):
    if slug not in registry:
        raise Http404
    releases = list(Release.objects.public().filter(dataset_id=slug))
    live = next((release for release in releases if release.state == Release.State.LIVE), None)
    context = {"definition": registry[slug], "live": live, "releases": releases, "note": note(live)}
    return render(request, "catalog/dataset.html", context)


def note(release: Release | None) -> str:
    """Return what the release says of itself in the active language, or "" when it says nothing in it."""
    return getattr(release, f"note_{get_language()}", "")
