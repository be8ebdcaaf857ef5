"""What a refresh leaves to read: the words of a problem, the figures shown, the files kept."""

from django.utils import translation

from catalog.models import Release
from catalog.problems import BadFile
from occupations.models import Wage


def live_median(occupation="11100", region="00"):
    return Wage.objects.live().get(unit_group=occupation, region=region).median


def archive_of(settings) -> list[str]:
    return sorted(path.name for path in settings.ARCHIVE_DIR.rglob("*") if path.is_file())


def text(problem, language="en") -> str:
    """Return the words of a problem, with plain spaces."""
    with translation.override(language):
        return str(problem).replace("\u00a0", " ")


def in_both_languages(account: BadFile | Release) -> tuple[str, str]:
    """Return why something failed, in French and in English."""
    return text(account.problem, "fr"), text(account.problem, "en")
