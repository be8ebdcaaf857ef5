"""Whether people are hard to find: a rule of the portal on four published signs, and no score.

Each sign says that candidates are scarce, that they are many, or neither:
- prospects: a level in the more favourable half of its own scale, in the less favourable half, or the middle one;
- in demand now, or not: the latter says neither, for employers may look for people all the same;
- COPS, for Canada, recent years and years to come: shortage, surplus, or balance.
The answer is what all the signs that say something have in common; "mixed" when they disagree.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalog.models import Kind, Release
from occupations.models import Outlook
from occupations.profile.demand import DemandNow
from occupations.profile.projection import NationalProjection
from occupations.profile.prospects import Prospects


class Says(TextChoices):
    SCARCE = "scarce", gettext_lazy("candidates are scarce")
    MANY = "many", gettext_lazy("candidates are many")
    NEITHER = "neither", gettext_lazy("neither")


class Answer(TextChoices):
    HARD = "hard", gettext_lazy("Recruiting is likely to be difficult")
    EASY = "easy", gettext_lazy("Recruiting is likely to be easier")
    MIXED = "mixed", gettext_lazy("The signs disagree")
    NEITHER = "neither", gettext_lazy("No sign either way")
    UNKNOWN = "unknown", gettext_lazy("No sign is published")


@dataclass(frozen=True)
class Sign:
    """One published input, or why it is missing: then `value` is "" and it says nothing."""

    title: str
    value: str = ""
    says: str = ""  # a Says
    area: str = ""
    period: str = ""
    release: Release | None = None
    is_fallback: bool = False
    outlook: Outlook | None = None  # with its level and steps, to be drawn
    reason: str = ""

    @property
    def says_label(self) -> str:
        return Says(self.says).label


@dataclass(frozen=True)
class Difficulty:
    signs: list[Sign]

    @property
    def published(self) -> list[Sign]:
        return [sign for sign in self.signs if sign.value]

    @property
    def answer(self) -> Answer:
        if not self.published:
            return Answer.UNKNOWN
        said = {sign.says for sign in self.published} - {Says.NEITHER}
        if not said:
            return Answer.NEITHER
        if len(said) > 1:
            return Answer.MIXED
        return Answer.HARD if Says.SCARCE in said else Answer.EASY

    @property
    def agreeing(self) -> int:
        """Return how many signs say what the answer does."""
        said = {Answer.HARD: Says.SCARCE, Answer.EASY: Says.MANY}.get(self.answer)
        return sum(sign.says == said for sign in self.published)

    @property
    def demonstrations(self) -> list[Release]:
        """Return the releases of made-up figures among the signs, each once, to warn about them."""
        made_up = (sign.release for sign in self.published if sign.release.kind == Kind.DEMONSTRATION)
        return list({release.pk: release for release in made_up}.values())

    @property
    def releases(self) -> list[Release]:
        return list({sign.release.pk: sign.release for sign in self.published}.values())


def signs(prospects: Prospects, demand: DemandNow, projection: NationalProjection | None) -> list[Sign]:
    """Return the four signs, in the order of the page."""
    return [of_prospects(prospects), of_demand(demand), *of_projection(projection)]


def of_prospects(prospects: Prospects) -> Sign:
    title, row = _("Job prospects, over the years to come"), prospects.chosen.figure
    if row is None:
        return Sign(title, reason=prospects.reason)
    outlook = row.outlook
    level, middle = outlook.level, (outlook.steps + 1) / 2
    if level.rank is None or level.rank == middle:
        says = Says.NEITHER
    else:
        says = Says.SCARCE if level.rank < middle else Says.MANY
    return Sign(
        title,
        level.label,
        says,
        area=row.region.name,
        period=row.release.reference_period,
        release=row.release,
        is_fallback=prospects.chosen.is_fallback,
        outlook=outlook,
    )


def of_demand(demand: DemandNow) -> Sign:
    title, row = _("In demand now"), demand.chosen.figure
    if row is None:
        return Sign(title, reason=_("No edition says whether this occupation is in demand now in this region."))
    value = _("In demand now") if row.demand.in_demand else _("Not in demand now")
    says = Says.SCARCE if row.demand.in_demand else Says.NEITHER
    return Sign(
        title,
        value,
        says,
        area=row.region.name,
        period=row.release.reference_period,
        release=row.release,
        is_fallback=demand.chosen.is_fallback,
    )


def of_projection(projection: NationalProjection | None) -> Iterable[Sign]:
    """Yield a sign for the years before the projection, then one for its period."""
    figures, release = (projection.figures, projection.release) if projection else (None, None)
    period = release.reference_period if release else ""
    for title, name, years in (
        (_("Job market in recent years"), "recent_conditions", ""),
        (_("Job market in the years to come"), "future_conditions", period),
    ):
        condition = getattr(figures, name, "")
        if condition:
            says = Says.SCARCE if "shortage" in condition else Says.MANY if "surplus" in condition else Says.NEITHER
            label = getattr(figures, f"get_{name}_display")()
            yield Sign(title, label, says, area=_("Canada"), period=years, release=release)
        else:
            yield Sign(title, reason=_("The edition has no figure for this occupation."))
