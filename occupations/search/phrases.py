"""What leads to a unit group: its name, job titles, search terms and the words of its profile."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from occupations.models import EditedProfile, JobTitle, NocGroup, PlainProfile, SearchPhrase, SearchTerm
from occupations.models.plain_profile import shown_profiles
from occupations.search.words import fold, singular, stem, words, words_of_folded

QUALIFIER_WEIGHT = 0.4  # of the words after " - ", which say where a title is used rather than what it is
ALSO_CALLED = 3  # the position of a profile's own names: after the terms that were put in order by hand
LONGEST_WORD = 60  # letters; more is not a word
TITLES = (SearchPhrase.Source.MAIN_TITLE, SearchPhrase.Source.TITLE)


@dataclass(frozen=True)
class Source:
    """What leads to a unit group: the words that are looked for, and what people then read."""

    unit_group: str
    language: str
    text: str
    source: int
    position: int = 1
    name: str = ""  # what people read instead of the text, or ""

    @property
    def shown(self) -> str:
        return self.name or self.text

    @cached_property
    def forms(self) -> str:
        """Return its words, folded and in the singular, each between spaces."""
        return f" {' '.join(singular(word, self.language) for word in words(self.text, self.language))} "

    @property
    def words(self) -> Iterator[tuple[str, float]]:
        """Yield each word with its weight: less after a dash or in parentheses."""
        head, _dash, qualifier = fold(self.text).replace("(", " - ").partition(" - ")
        for part, weight in ((head, 1.0), (qualifier, QUALIFIER_WEIGHT)):
            for word in words_of_folded(part, self.language):
                if len(word) <= LONGEST_WORD:
                    yield word, weight

    @cached_property
    def stems(self) -> dict[str, float]:
        """Return the stems of its words, each with the largest weight of its words."""
        found: dict[str, float] = {}
        for word, weight in self.words:
            word_stem = stem(word, self.language)
            found[word_stem] = max(weight, found.get(word_stem, 0))
        return found


def all_current() -> Iterator[Source]:
    """Yield all that leads to a unit group."""
    names = {}
    for code, french, english in NocGroup.objects.unit_groups().values_list("code", "name_fr", "name_en"):
        names[code] = {"fr": french, "en": english}
        for language, name in names[code].items():
            yield Source(code, language, name, SearchPhrase.Source.NAME.value)
    official, known = set(), set()
    titles = JobTitle.objects.current().values_list("unit_group_id", "language", "title", "is_illustrative")
    for code, language, title, is_main in titles.iterator(5000):
        kind = SearchPhrase.Source.MAIN_TITLE if is_main else SearchPhrase.Source.TITLE
        found = Source(code, language, title, kind.value)
        official.add((language, found.forms))
        yield found
    for found in of_terms():
        known.add((found.unit_group, found.language, found.forms))
        yield found
    yield from not_taken(of_profiles(shown_profiles(), names), official, known)


def current_of_profiles(codes: list[str]) -> list[Source]:
    """Return what leads to some unit groups by their profiles, as `all_current` does: official titles are read in the
    index, which has them all."""
    groups = NocGroup.objects.unit_groups().filter(pk__in=codes)
    names = {group.code: {"fr": group.name_fr, "en": group.name_en} for group in groups}
    found = list(of_profiles(shown_profiles(unit_group__in=codes), names))
    titles = SearchPhrase.objects.filter(source__in=TITLES, forms__in={each.forms for each in found})
    known = {(each.unit_group, each.language, each.forms) for each in of_terms(unit_group__in=codes)}
    return list(not_taken(found, set(titles.values_list("language", "forms")), known))


def of_terms(**chosen) -> Iterator[Source]:
    terms = SearchTerm.objects.current().filter(**chosen)
    columns = ("unit_group_id", "language", "term", "position")
    for code, language, term, position in terms.values_list(*columns).iterator(5000):
        yield Source(code, language, term, SearchPhrase.Source.TERM.value, position)


def of_profiles(profiles: Iterable[PlainProfile | EditedProfile], names: dict[str, dict[str, str]]) -> Iterator[Source]:
    """Yield the names that profiles give occupations, and their sentences, which people read as the class name."""
    for profile in profiles:
        code = profile.unit_group_id
        if code not in names:  # retired since
            continue
        for language, document in (("fr", profile.text_fr), ("en", profile.text_en)):
            for called in document["also_called"]:
                yield Source(code, language, called, SearchPhrase.Source.TERM.value, ALSO_CALLED)
            for text in (document["summary"], *(duty for group in document["duties"] for duty in group["duties"])):
                yield Source(code, language, text, SearchPhrase.Source.TEXT.value, name=names[code][language])


def not_taken(found: Iterable[Source], official: set, known: set) -> Iterator[Source]:
    """Leave out what is a term already, and a name that is the official title of another group: it leads there."""
    for each in found:
        is_title = (each.language, each.forms) in official
        if not is_title and (each.unit_group, each.language, each.forms) not in known:
            yield each
