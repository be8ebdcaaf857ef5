"""Which sectors weigh more in a region than in the whole of Québec, as a page and as CSV."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from occupations.export import csv_file
from occupations.profile import live_releases
from regions.choice import RegionChoice
from sectors.areas import metropolitan
from sectors.weights import Weights
from sectors.weights.chart import QuotientChart
from sectors.weights.export import csv_rows


def weights_of(request) -> Weights:
    return Weights(RegionChoice.of(request), live_releases(), request.GET.get("sort", ""))


@require_safe
def by_region(request):
    """Show the sectors of the chosen place by their location quotient, or the heaviest ones of every place."""
    weights = weights_of(request)
    context = {
        "weights": weights,
        "chart": QuotientChart(weights.heaviest) if weights.is_chosen and weights.heaviest else None,
        "metropolitan_areas": metropolitan(weights.choice),
    }
    return render(request, "sectors/by_region.html", context)


@require_safe
def export(request):
    """Give the table of the chosen place as CSV."""
    weights = weights_of(request)
    return csv_file(f"{_('sectors')}-{weights.place.code}", csv_rows(weights, request.build_absolute_uri))
