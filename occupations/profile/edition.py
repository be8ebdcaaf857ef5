"""What changed in the prospects since the edition before: within one scale only."""

from dataclasses import dataclass

from catalog.models import Release
from occupations.models import Outlook


@dataclass(frozen=True)
class OutlookChange:
    """The level of the edition before, for the same occupation and area, on the same scale."""

    before: Outlook
    now: Outlook

    @property
    def release(self) -> Release:
        return self.before.release

    @property
    def direction(self) -> str:
        """Return "better", "worse", "same", or "other" where one of the two levels is undetermined."""
        old, new = self.before.level.rank, self.now.level.rank
        if old == new:
            return "same"
        if None in {old, new}:
            return "other"
        return "better" if new < old else "worse"


def since_previous_edition(outlook: Outlook, release: Release) -> OutlookChange | None:
    """Return what changed since the latest edition for another period, or None when there is none on this scale."""
    editions = Release.objects.filter(dataset=release.dataset_id, state=Release.State.SUPERSEDED, pk__lt=release.pk)
    previous = editions.exclude(reference_period=release.reference_period).order_by("-pk").values("pk")[:1]
    place = {"unit_group": outlook.unit_group_id, "region": outlook.region_id}
    before = Outlook.objects.filter(release=previous, **place).select_related("level", "release").with_level().first()
    return OutlookChange(before, outlook) if before and before.level.scale == outlook.level.scale else None
