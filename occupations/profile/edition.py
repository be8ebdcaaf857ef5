"""What changed in the prospects since the edition before: within one scale only."""

from dataclasses import dataclass

from catalog.models import DataVersion, Release
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


def since_previous_edition(outlook: Outlook | None, release: Release | None) -> OutlookChange | None:
    """Return what changed since the latest edition for another period, or None when there is none on this scale."""
    if outlook is None or release is None:
        return None
    earlier = [
        pk
        for pk, dataset, period in superseded_outlook_editions()
        if dataset == release.dataset_id and pk < release.pk and period != release.reference_period
    ]
    if not earlier:
        return None
    place = {"unit_group": outlook.unit_group_id, "region": outlook.region_id}
    before = (
        Outlook.objects.filter(release=max(earlier), **place).select_related("level", "release").with_level().first()
    )
    return OutlookChange(before, outlook) if before and before.level.scale == outlook.level.scale else None


def superseded_outlook_editions() -> list[tuple[int, str, str]]:
    """Return (key, dataset, period) of each edition of outlooks that was public; one query per data version."""
    releases = Release.objects.filter(dataset__in=["outlooks", "outlooks-demonstration"])
    superseded = releases.filter(state=Release.State.SUPERSEDED).values_list("pk", "dataset", "reference_period")
    return DataVersion.remember("superseded-outlooks", lambda: list(superseded))
