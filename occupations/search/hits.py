"""What a search gives."""

from dataclasses import dataclass

from occupations.models import FormerCode


@dataclass(frozen=True)
class Hit:
    """One class of the classification that a query may mean, and why."""

    code: str
    name: str = ""
    title: str | None = None  # the job title or term that matched, when it is not the class name
    former: FormerCode | None = None  # the code of NOC 2016 or 2011 that led here
    because: str = "words"  # code, former-code, words, other-language
    score: float = 1.0


@dataclass(frozen=True)
class Suggestion:
    code: str
    title: str
