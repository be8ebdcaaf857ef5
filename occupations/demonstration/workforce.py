"""The rule that makes the demonstration workforce of an occupation in Québec, from employment in Canada.

It says nothing true of any occupation: a fresh copy of the portal shows with it what its pages look like
(docs/data.md). Shares are guesses by kind of work, so that pages look plausible.
"""

from hashlib import sha256

QUEBEC = 0.22  # about the share of Québec in the employment of Canada
ROUNDED_TO = 10  # persons
SPREAD = 4  # points by which the share of an occupation may differ from that of its kind of work

COLUMNS = (
    "employed",
    "women",
    "men",
    "full_time",
    "part_time",
    "age_15_24",
    "age_25_34",
    "age_35_44",
    "age_45_54",
    "age_55_64",
    "age_65_plus",
)

AGES = {  # percentages from 15 to 24, 25 to 34, … to 65 and over
    "young": (46, 23, 12, 8, 7, 4),
    "early": (14, 31, 25, 17, 10, 3),
    "even": (12, 22, 23, 21, 18, 4),
    "middle": (5, 26, 28, 23, 15, 3),
    "late": (2, 13, 27, 30, 22, 6),
    "old": (5, 12, 17, 21, 29, 16),
}

# Percentage of women, percentage of part time, ages: by beginning of the code, the longest one counts.
KINDS = {
    "00": (35, 6, "late"),
    "10": (52, 5, "late"),
    "10030": (32, 4, "late"),
    "11": (56, 9, "middle"),
    "112": (70, 8, "middle"),
    "12": (78, 12, "middle"),
    "13": (80, 14, "middle"),
    "1311": (96, 17, "middle"),
    "13200": (62, 9, "middle"),
    "13201": (45, 7, "middle"),
    "14": (72, 20, "even"),
    "14101": (91, 32, "even"),
    "144": (28, 14, "even"),
    "14404": (45, 14, "even"),
    "20": (20, 4, "late"),
    "20011": (35, 5, "late"),
    "2110": (38, 6, "middle"),
    "2111": (50, 8, "middle"),
    "2112": (48, 6, "middle"),
    "2120": (40, 7, "middle"),
    "21203": (12, 5, "middle"),
    "2121": (38, 6, "middle"),
    "2122": (26, 4, "middle"),
    "2123": (19, 5, "early"),
    "21233": (34, 10, "early"),
    "213": (15, 4, "middle"),
    "22": (28, 7, "even"),
    "22110": (55, 8, "early"),
    "22114": (38, 15, "even"),
    "2221": (38, 8, "even"),
    "2222": (22, 6, "early"),
    "223": (10, 5, "even"),
    "22303": (26, 5, "middle"),
    "30": (72, 5, "late"),
    "311": (60, 15, "middle"),
    "31101": (38, 8, "late"),
    "31112": (93, 20, "middle"),
    "31121": (94, 22, "middle"),
    "312": (78, 22, "middle"),
    "31201": (48, 20, "middle"),
    "313": (90, 25, "middle"),
    "321": (80, 22, "middle"),
    "32101": (90, 28, "middle"),
    "32102": (38, 18, "early"),
    "32111": (96, 30, "middle"),
    "322": (78, 40, "middle"),
    "33": (84, 30, "even"),
    "40": (56, 5, "late"),
    "4004": (14, 2, "late"),
    "411": (55, 10, "middle"),
    "412": (60, 24, "middle"),
    "41200": (44, 22, "late"),
    "41221": (88, 20, "middle"),
    "413": (78, 18, "middle"),
    "41302": (30, 20, "old"),
    "4131": (52, 6, "middle"),
    "414": (58, 9, "middle"),
    "42": (80, 22, "middle"),
    "42100": (27, 3, "middle"),
    "42101": (6, 12, "middle"),
    "42102": (15, 4, "early"),
    "42202": (96, 22, "early"),
    "431": (76, 40, "even"),
    "432": (38, 10, "middle"),
    "43204": (15, 4, "early"),
    "44": (86, 35, "even"),
    "442": (13, 4, "early"),
    "45": (72, 70, "young"),
    "50": (55, 8, "late"),
    "511": (64, 22, "middle"),
    "5112": (42, 32, "middle"),
    "521": (40, 22, "early"),
    "5211": (21, 20, "early"),
    "52100": (82, 28, "middle"),
    "5212": (62, 20, "early"),
    "531": (56, 40, "early"),
    "532": (38, 60, "young"),
    "54": (64, 65, "young"),
    "55": (50, 50, "early"),
    "60": (45, 8, "late"),
    "62": (57, 16, "even"),
    "62100": (30, 6, "middle"),
    "62200": (27, 14, "early"),
    "631": (60, 11, "middle"),
    "632": (45, 32, "even"),
    "63201": (15, 14, "even"),
    "6321": (92, 35, "early"),
    "6322": (36, 22, "old"),
    "641": (57, 50, "young"),
    "64101": (36, 9, "middle"),
    "642": (78, 30, "middle"),
    "643": (64, 45, "young"),
    "644": (62, 26, "early"),
    "64410": (26, 28, "even"),
    "651": (64, 66, "young"),
    "65102": (40, 60, "young"),
    "652": (66, 60, "young"),
    "65202": (28, 35, "even"),
    "653": (52, 35, "even"),
    "65310": (74, 38, "even"),
    "65312": (32, 32, "old"),
    "70": (18, 5, "late"),
    "70021": (44, 5, "late"),
    "72": (4, 4, "even"),
    "7260": (10, 8, "middle"),
    "73": (6, 9, "even"),
    "73112": (14, 14, "even"),
    "73201": (18, 22, "old"),
    "73301": (30, 38, "old"),
    "73401": (18, 7, "even"),
    "741": (34, 24, "middle"),
    "742": (12, 14, "even"),
    "751": (14, 22, "early"),
    "752": (12, 24, "even"),
    "75200": (10, 42, "old"),
    "75201": (26, 62, "young"),
    "80": (28, 10, "late"),
    "82": (12, 8, "middle"),
    "83": (6, 8, "even"),
    "84": (18, 22, "even"),
    "84120": (34, 25, "even"),
    "85": (34, 35, "young"),
    "85110": (8, 8, "even"),
    "85111": (6, 8, "even"),
    "85120": (10, 20, "even"),
    "90": (22, 3, "late"),
    "92": (16, 4, "middle"),
    "9202": (28, 4, "middle"),
    "93": (14, 4, "middle"),
    "94": (24, 6, "even"),
    "9410": (12, 5, "even"),
    "9412": (12, 5, "even"),
    "9413": (72, 8, "old"),
    "9414": (45, 10, "even"),
    "9415": (38, 9, "even"),
    "94201": (52, 6, "even"),
    "95": (32, 15, "early"),
    "9510": (20, 12, "early"),
    "95106": (46, 20, "early"),
    "95107": (52, 25, "even"),
}


def workforce(unit_group: str, national_employment: int) -> dict[str, int]:
    """Return the figures of an occupation by column of its file, each a multiple of ten; all parts add up."""
    women, part_time, ages = kind_of_work(unit_group)
    units = max(round(QUEBEC * national_employment / ROUNDED_TO), 1)
    by_sex = shared_out(units, varied(unit_group, "women", women))
    by_time = shared_out(units, varied(unit_group, "part time", part_time))
    figures = [units, *by_sex, *reversed(by_time), *shared_out(units, AGES[ages])]
    return {column: ROUNDED_TO * figure for column, figure in zip(COLUMNS, figures, strict=True)}


def kind_of_work(unit_group: str) -> tuple[int, int, str]:
    return next(KINDS[unit_group[:length]] for length in range(5, 1, -1) if unit_group[:length] in KINDS)


def varied(unit_group: str, subject: str, share: int) -> tuple[float, float]:
    """Return a share and the rest of 100, moved by some points that only the code decides."""
    byte = sha256(f"{subject}:{unit_group}".encode()).digest()[0]
    moved = min(max(share + SPREAD * (byte - 128) / 128, 1), 99)
    return moved, 100 - moved


def shared_out(units: int, shares: tuple[float, ...]) -> list[int]:
    """Return whole parts that add up to `units`: the largest remainders are rounded up."""
    exact = [units * share / 100 for share in shares]
    parts = [int(part) for part in exact]
    by_remainder = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: units - sum(parts)]:
        parts[place] += 1
    return parts
