"""The portal's own texts on the page of an occupation: an editor's where there are some, else the file's."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from catalog.models import Release
from occupations.models import EditedProfile, NocGroup, PlainProfile


@dataclass(frozen=True)
class Compared:
    """An occupation that one would compare with this one."""

    group: NocGroup
    reasons: dict[str, str]  # by language

    @property
    def why(self) -> str:
        return self.reasons[get_language()]


@dataclass(frozen=True)
class Plain:
    written: PlainProfile | EditedProfile
    groups: Sequence[NocGroup]  # those that it names, and maybe others
    release: Release

    @property
    def text(self) -> dict:
        """Return the document in the active language (`occupations.datasets.profile_texts.ProfileText`)."""
        return self.written.text

    @property
    def is_edited(self) -> bool:
        return isinstance(self.written, EditedProfile)

    @property
    def related(self) -> list[Compared]:
        """Return the occupations to compare with, the closest first; one that was retired is left out."""
        current = {group.code: group for group in self.groups}
        return [
            Compared(current[other["code"]], {language: other[language] for language in ("fr", "en")})
            for other in self.written.related
            if other["code"] in current
        ]
