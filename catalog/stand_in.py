"""Datasets for which demonstration figures stand in, in the same layout, until a real edition is loaded."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from catalog import licences
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, registry


def register_with_demonstration(definition: DatasetDefinition, title: str, description: str) -> None:
    """Register a dataset, and its stand-in with this title and description: no line of it may be refused."""
    registry.register(definition)
    registry.register(
        replace(
            definition,
            slug=f"{definition.slug}-demonstration",
            title=title,
            description=description,
            publisher=_("The portal"),
            homepage="",
            **licences.PORTAL,
            edition=Edition(kind=Kind.DEMONSTRATION),
            max_rejected=0,
            mass_change=None,
        )
    )
