"""The rule that makes the demonstration list of who gives which programme, from programmes and institutions alone."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from training.demonstration import first_byte
from training.demonstration.universities import gives

PERIOD = "2026-2027"

# Continuing education is given by schools, clubs and companies that no list of institutions has.
KINDS = {
    "vocational-centre": {"aep", "dep", "asp"},
    "college": {"aec", "dec-technical", "dec-pre-university"},
    "university": {"certificate", "bachelor", "master", "doctorate"},
}
# Out of 256, for each region: how likely a programme is to be given there, before its own luck (a third to 5/3 of it).
CHANCES = {
    "aep": 60,
    "dep": 70,
    "asp": 60,
    "aec": 120,
    "dec-technical": 75,
    "dec-pre-university": 230,
    "certificate": 120,
    "bachelor": 110,
    "master": 90,
    "doctorate": 80,
}
# Given in each region that has an institution for them, and by a third of its institutions rather than an eighth.
EVERYWHERE = {
    "5231",  # accounting
    "5245",  # hairdressing
    "5295",  # electricity
    "5298",  # automobile mechanics
    "5311",  # professional cooking
    "5319",  # carpentry
    "5325",  # health, assistance and nursing
    "5333",  # plumbing and heating
    "5357",  # secretarial studies
    "5358",  # home care assistance
    "5382",  # welding and assembly
    "180a0",  # nursing
    "200b1",  # natural science
    "300a1",  # social science
    "322a1",  # early childhood education
    "351a1",  # special education
    "410g0",  # administration and management
    "420b0",  # computer science
    "baccalaureat-administration",
    "baccalaureat-enseignement-prescolaire-primaire",
    "baccalaureat-sciences-infirmieres",
}
# What schools and colleges of one field give: training sectors where their name has one of these words.
WORDS = {
    "01": r"immobilier|comptabilité|management|gestion",
    "02": r"agroalimentaire|pêches|macdonald|rurale|équine",
    "03": r"tourisme",
    "04": r"conservatoire|musique|musitechnic|danse|théâtre|cirque|humour|design|photographie|trebas|enregistrement",
    "05": r"meuble",
    "07": r"pompiers|gazière",
    "11": r"aérotechnique",
    "13": r"animation|numérique|isart|visuels|pivaut",
    "17": r"routier|maritime|aérotechnique|aviation|aéronautique|hélic|pilotage|air richelieu|cargair|ifly",
    "21": r"esthétique",
}
PRIVATE = ("01", "01", "04", "13", "19", "20")  # one in three is said to be of administration and computers
# Colleges and universities that teach in English; the data tell it of school boards and sections only.
IN_ENGLISH = {
    "919001",
    "933000",
    "934000",
    "935000",
    "936001",
    "936002",
    "936003",
    "979000",
    "980000",
    "981000",
}

Row = Mapping[str, str]


def offerings(
    programmes: Sequence[Row], institutions: Sequence[Row], regions: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """Yield the identifier of a programme, the code of an institution and the language that it is given in.

    `regions` gives the region of each institution.
    """
    for programme in programmes:
        for language in ("fr", "en") if programme["title_en"] else ("fr",):
            places = defaultdict(list)
            for institution in institutions:
                if language_of(institution) == language and may_give(institution, programme):
                    places[regions[institution["code"]]].append(institution["code"])
            for region in given_in(programme["identifier"], programme["credential"], language, sorted(places)):
                for code in chosen(programme["identifier"], places[region]):
                    yield programme["identifier"], code, language


def language_of(institution: Row) -> str:
    """Return the language that an institution teaches in; Cree, Inuit and North Shore boards count as English."""
    special_board = institution["kind"] == "vocational-centre" and institution["network"] == "public"
    in_english = institution["code"] in IN_ENGLISH or (special_board and not institution["language"])
    return "en" if in_english else institution["language"] or "fr"


def may_give(institution: Row, programme: Row) -> bool:
    if institution["teaches"] != "1" or programme["credential"] not in KINDS[institution["kind"]]:
        return False
    if programme["status"] == "ending":
        return False
    if institution["kind"] == "university":
        return gives(institution["code"], programme)
    if institution["network"] == "private" and programme["credential"].startswith("dec"):
        return False
    sectors = sectors_of(institution)
    return not sectors or programme["sector"] in sectors


def sectors_of(institution: Row) -> set[str]:
    """Return the sectors that a school or a college gives programmes of; none where it gives all."""
    named = {sector for sector, words in WORDS.items() if re.search(words, institution["name"], re.IGNORECASE)}
    if named or institution["network"] != "private":
        return named
    draws = (first_byte(f"{choice} sector:{institution['code']}") for choice in ("first", "second"))
    return {PRIVATE[draw % len(PRIVATE)] for draw in draws}


def given_in(programme: str, credential: str, language: str, regions: Sequence[str]) -> list[str]:
    """Return the regions where a programme is given: at least one of these."""
    if programme in EVERYWHERE or not regions:
        return list(regions)
    chance = CHANCES[credential] * (64 + first_byte(f"luck:{programme}")) / 192
    draws = {region: first_byte(f"offering:{programme}:{region}:{language}") for region in regions}
    return [region for region in regions if draws[region] < chance] or [min(regions, key=draws.get)]


def chosen(programme: str, institutions: Sequence[str]) -> list[str]:
    """Return the institutions of a region that give a programme."""
    share = 3 if programme in EVERYWHERE else 8
    drawn = sorted(institutions, key=lambda code: (first_byte(f"offering:{programme}:{code}"), code))
    return drawn[: 1 + len(drawn) // share]
