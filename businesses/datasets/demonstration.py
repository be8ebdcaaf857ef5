"""Demonstration businesses, in the layout of the lists: shown as long as there are no others."""

from django.utils.translation import gettext_lazy as _

from businesses.datasets.establishment import SHARED, obey_removals
from businesses.datasets.lists import layout
from businesses.datasets.places import place
from businesses.listing import DEMONSTRATION, settle
from catalog import licences
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, registry

registry.register(
    DatasetDefinition(
        slug=DEMONSTRATION,
        title=_("Businesses (demonstration)"),
        description=_(
            "Businesses made up by a rule, to show what the directory looks like. None of them exists, and all give "
            "way to the first real source."
        ),
        publisher=_("The portal"),
        homepage="",
        **licences.PORTAL,
        layouts=(layout(DEMONSTRATION, "demo"),),
        edition=Edition(kind=Kind.DEMONSTRATION),
        max_rejected=0,
        checks=(place, obey_removals),
        when_live=settle,
        **SHARED,
    )
)
