"""What a search gives."""

from dataclasses import dataclass

from occupations.models import FormerCode


@dataclass(frozen=True)
class Hit:
    """One class of the classification that a query may mean, and why."""

    code: str
    text: str = ""  # the class name, job title or term that matched
    is_name: bool = False
    former: FormerCode | None = None  # the code of NOC 2016 or 2011 that led here
    because: str = "words"  # code, former-code, words, other-language
    score: float = 1.0

    @property
    def title(self) -> str | None:
        """Return the job title or term that matched, when it is not the class name."""
        return None if self.is_name else self.text or None


@dataclass(frozen=True)
class Suggestion:
    code: str
    title: str
