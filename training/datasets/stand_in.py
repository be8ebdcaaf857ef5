"""Datasets of training for which demonstration figures stand in, in the same layout, until a real edition is loaded."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from catalog import licences
from catalog.models import Kind
from catalog.registry import DatasetDefinition, Edition, registry

MINISTRY = {
    "publisher": _("Ministère de l’Éducation and Ministère de l’Enseignement supérieur du Québec"),
    "licence": _("© Gouvernement du Québec"),
    "licence_url": "https://www.quebec.ca/droit-auteur",
}


def edition(cursor, stage: str, _layout: str) -> Edition:
    """Word the edition from the period of its lines. A file in these layouts was written by someone: not official."""
    cursor.execute(f"SELECT max(period) FROM {stage}")
    (period,) = cursor.fetchone()
    return Edition(label=period, reference_period=period, kind=Kind.THIRD_PARTY)


def register_with_demonstration(definition: DatasetDefinition, title: str) -> None:
    """Register a dataset, and its stand-in under this title."""
    registry.register(definition)
    registry.register(
        replace(
            definition,
            slug=f"{definition.slug}-demonstration",
            title=title,
            description=_(
                "Made by a rule from the programs and the institutions, to show what the pages look like. It says "
                "nothing true of any of them, and gives way to the first real edition."
            ),
            publisher=_("The portal"),
            homepage="",
            **licences.PORTAL,
            edition=Edition(kind=Kind.DEMONSTRATION),
            max_rejected=0,
            mass_change=None,
        )
    )
