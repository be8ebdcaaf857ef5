"""The portal's own texts about occupations, from the profiles: one YAML file a unit group."""

from django.utils.translation import gettext_lazy as _

from catalog.problems import BadFile
from catalog.registry import DatasetDefinition, Layout, registry
from occupations.datasets.fields import PORTAL
from occupations.datasets.profile_texts import ProfileRow
from occupations.models import PlainProfile
from occupations.search.index import rebuild


def refuse_unknown_related(cursor, stage: str) -> None:
    """Raise where a profile names a unit group that there is not: no foreign key looks into a document."""
    cursor.execute(
        f"SELECT unit_group_id, other ->> 'code' FROM {stage}, jsonb_array_elements(related) AS other"
        f" WHERE NOT EXISTS (SELECT FROM occupations_nocgroup WHERE code = other ->> 'code') ORDER BY 1, 2 LIMIT 1"
    )
    if found := cursor.fetchone():
        code, other = found
        raise BadFile("refused", file=f"{code}.yaml", line=1, column="related", value=other, reason="unknown-code")


registry.register(
    DatasetDefinition(
        slug="profiles",
        title=_("Plain-language profiles"),
        description=_(
            "What people do in each occupation, where, in which conditions and how they usually get in, told by the "
            "portal in plain words, in French and in English."
        ),
        model=PlainProfile,
        contract=ProfileRow,
        key=("unit_group_id",),
        depends_on=("noc",),
        checks=(refuse_unknown_related,),
        when_live=rebuild,
        layouts=(
            Layout(
                name="profiles",
                folder=True,
                columns={
                    "unit_group_id": "code",
                    "text_fr": "fr",
                    "text_en": "en",
                    "related": "related",
                    "reviewed_on": "reviewed",
                },
            ),
        ),
        **PORTAL,
    )
)
