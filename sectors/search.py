"""Sectors and industries by word, in both languages: "resto", "construction", "soins"; or by code: "7225".

All titles of NAICS and of the 41 sectors of activity are read once per version of the data, reduced to what
`occupations.search.words` leaves of a word. A title is found when each word of the query is one of its own, whatever
accent, gender or plural, or begins one. So is a sector whose description gives the query as a whole among the words
that people use for it ("dépanneur", "TI").
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from catalog.models import DataVersion
from occupations.search import search as search_occupations
from occupations.search.titles import FEWEST_LETTERS, Title, begins_one
from occupations.search.words import fold, stem, words
from sectors.models import Grouping, Industry, OccupationIndustry, SectorDescription

CODE = re.compile(r"^(?:(?:naics|scian)\s*(?:canada\s*)?(?:20\d\d\s*)?[-:]?\s*)?(\d\d[-–]\d\d|\d{2,6})$", re.IGNORECASE)
LANGUAGES = ("fr", "en")
OCCUPATIONS = 10  # the best ones, whose sectors are proposed when no title has the words


@dataclass(frozen=True)
class Named:
    """A class of NAICS or, on level 0, a sector of activity: what an answer shows of it."""

    thing: Industry | Grouping
    level: int
    titles: dict[str, Title]
    called: dict[str, frozenset[frozenset[str]]]  # by language, each other name as `as_a_whole` gives it


@dataclass(frozen=True)
class Hit:
    named: Named
    language: str  # of the title that was found
    is_exact: bool  # whether the words are whole ones of the title

    @property
    def thing(self) -> Industry | Grouping:
        return self.named.thing

    @property
    def is_grouping(self) -> bool:
        return self.named.level == 0

    @property
    def title(self) -> str:
        return self.named.titles[self.language].text


def code_in(query: str) -> str:
    """Return the code that a query is, with a plain hyphen, or ""."""
    found = CODE.match(query)
    return found[1].replace("–", "-") if found else ""


def as_a_whole(text: str, language: str) -> frozenset[str]:
    """Return the stems of a name; the name itself where all of it is little words, as "IT" is in English."""
    return frozenset(stem(word, language) for word in words(text, language)) or frozenset({fold(text)})


def other_names() -> dict[str, dict[str, frozenset[frozenset[str]]]]:
    """Return what people call each sector that has a description, by the code of the description; one query."""
    return {
        each.code: {
            language: frozenset(as_a_whole(name, language) for name in text["also_called"])
            for language, text in (("fr", each.text_fr), ("en", each.text_en))
        }
        for each in SectorDescription.objects.current()
    }


def everything() -> list[Named]:
    """Return all that has a name, in the order of the codes; three queries per version of the data."""

    def read() -> list[Named]:
        called, none = other_names(), dict.fromkeys(LANGUAGES, frozenset())
        groupings = [(each, 0) for each in Grouping.objects.current()]
        industries = [(each, each.level) for each in Industry.objects.current().select_related("grouping")]
        return [
            Named(
                each,
                level,
                {code: Title.of(getattr(each, f"name_{code}"), code) for code in LANGUAGES},
                called.get(f"{'naics' if level else 'grouping'}-{each.code}", none),
            )
            for each, level in groupings + industries
        ]

    return DataVersion.remember("names-of-sectors", read)


def search(query: str, language: str) -> list[Hit]:
    """Return what a query finds, best first: sectors of activity, then NAICS from its sectors down.

    A familiar short form ("resto") is read without its last letter when nothing begins like it. A class that only
    repeats the name of the one above it is left out.
    """
    named = everything()
    titled = matching(named, query, language, lambda word: word) or matching(named, query, language, shortened)
    found = {(hit.is_grouping, hit.thing.code): hit for hit in titled + called_so(named, query, language)}
    hits = sorted(
        found.values(),
        key=lambda hit: (not hit.is_grouping, not hit.is_exact, hit.language != language, hit.named.level),
    )
    return without_repeated(hits)


def shortened(word: str) -> str:
    return word.removesuffix("o") if len(word) > FEWEST_LETTERS + 1 else word


def matching(all_named: list[Named], query: str, language: str, beginning: Callable[[str], str]) -> list[Hit]:
    languages = sorted(LANGUAGES, key=lambda each: each != language)
    asked = {each: words(query, each) for each in languages}
    hits = []
    for named in all_named:
        for each in languages:
            if hit := match(named, each, asked[each], beginning):
                hits.append(hit)
                break
    return hits


def called_so(all_named: list[Named], query: str, language: str) -> list[Hit]:
    """Return the sectors that people call by the whole of the query, in the language where they do."""
    languages = sorted(LANGUAGES, key=lambda each: each != language)
    asked = {each: as_a_whole(query, each) for each in languages}
    found = ((named, [each for each in languages if asked[each] in named.called[each]]) for named in all_named)
    return [Hit(named, where[0], is_exact=True) for named, where in found if where]


def match(named: Named, language: str, asked: list[str], beginning: Callable[[str], str]) -> Hit | None:
    title = named.titles[language]
    is_exact = bool(asked) and all(stem(word, language) in title.stems for word in asked)
    if is_exact or (asked and all(begins_one(beginning(word), title.words) for word in asked)):
        return Hit(named, language, is_exact)
    return None


def without_repeated(hits: list[Hit]) -> list[Hit]:
    names = {hit.thing.code: hit.thing.name for hit in hits if not hit.is_grouping}
    return [hit for hit in hits if hit.is_grouping or names.get(hit.thing.parent_id) != hit.thing.name]


def where_occupations_are(query: str, language: str) -> list[Grouping]:
    """Return the sectors of activity of the occupations that a query finds, the most frequent first."""
    codes = [hit.code for hit in search_occupations(query, language)[:OCCUPATIONS]]
    ties = OccupationIndustry.objects.current().filter(unit_group__in=codes, rank=1)
    found = [tie.industry.grouping for tie in ties.select_related("industry__grouping") if tie.industry.grouping]
    return sorted(set(found), key=lambda grouping: (-found.count(grouping), grouping.code))
