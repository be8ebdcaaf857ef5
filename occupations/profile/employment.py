"""What one page says of the people employed: by age, by sex, full time or part time, in the whole of Québec."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from catalog.models import Release
from occupations.models import Workforce


@dataclass(frozen=True)
class Share:
    """One part of those employed; `persons` is None where the publisher withheld it."""

    label: str | Promise
    persons: int | None
    percent: float | None
    width: str  # of the bar, against the longest one: ready-made, because a template would write a decimal comma


@dataclass(frozen=True)
class Breakdown:
    anchor: str
    title: Promise
    shares: list[Share]


@dataclass(frozen=True)
class Employment:
    """The workforce of one unit group in one release. `figures` is None when the edition has no line for it."""

    figures: Workforce | None
    release: Release

    @property
    def reason(self) -> Promise:
        """Say why a figure is missing, in the active language."""
        return _("Too few people: the publisher withheld this figure.")

    @property
    def breakdowns(self) -> list[Breakdown]:
        figures = self.figures
        sexes, times = ("women", "men"), ("full_time", "part_time")
        return [
            Breakdown("by-age", _("By age"), shares(figures.by_age)),
            Breakdown("by-sex", _("By sex"), shares([named(figures, part, sexes) for part in sexes])),
            Breakdown("by-time", _("Full time and part time"), shares([named(figures, part, times) for part in times])),
        ]


def named(figures: Workforce, part: str, parts: tuple[str, ...]) -> tuple:
    label = Workforce._meta.get_field(part).verbose_name
    return label, getattr(figures, part), figures.share(part, of=parts)


def shares(parts: list[tuple]) -> list[Share]:
    longest = max((percent or 0 for _label, _persons, percent in parts), default=0)
    return [
        Share(label, persons, percent, f"{100 * percent / longest:.1f}%" if percent and longest else "0")
        for label, persons, percent in parts
    ]
