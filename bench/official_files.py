"""Full-size files in the layout of Job Bank's wages (2025), for the benchmarks. The figures mean nothing.

    python bench/official_files.py DIRECTORY

writes `wages.csv` (44,376 lines: 516 unit groups × 86 areas, 9,288 of them in Québec), `wages_10.csv` with ten times as
many, and `classes_10.csv`, a classification that has the unit groups of the latter in the portal's own layout. The same
call always writes the same bytes.
"""

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

CLASSES = Path(__file__).resolve().parent.parent / "data" / "noc" / "classes.csv"
# Statistics Canada's economic regions by province; the first of each is the whole province.
AREAS = {
    "NAT": "00",
    "NL": "10 1010 1020 1030 1040",
    "PEI": "1110",
    "NS": "12 1210 1220 1230 1240 1250",
    "NB": "13 1310 1320 1330 1340 1350",
    "QC": "24 2410 2415 2420 2425 2430 2433 2435 2440 2445 2450 2455 2460 2465 2470 2475 2480 2490",
    "ON": "35 3510 3515 3520 3530 3540 3550 3560 3570 3580 3590 3595",
    "MB": "46 4610 4620 4630 4640 4650 4660 4670 4680",
    "SK": "47 4710 4720 4730 4740 4750 4760",
    "AB": "48 4810 4820 4830 4840 4850 4860 4870 4880",
    "BC": "59 5910 5920 5930 5940 5950 5960 5970 5980",
    "YK": "6010",
    "NWT": "6110",
    "NU": "6210",
}
HEADER = (
    "NOC_CNP,NOC_Title_eng,NOC_Title_fra,prov,ER_Code_Code_RE,ER_Name,Nom_RE,Low_Wage_Salaire_Minium,"
    "Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,Average_Wage_Salaire_Moyen,Quartile1_Wage_Salaire_Quartile1,"
    "Quartile3_Wage_Salaire_Quartile3,Source2025_NHQ,Data_Source_E,Data_Source_F,Reference_Period,"
    "Revision_Date_Date_revision,Annual_Wage_Flag_Salaire_annuel,Wage_Comment_E,Wage_Comment_F,"
    "EmployeesWithNonWageBenefit_Pct"
)
REVISED = "2025-11-19"
TOO_FEW_EN = "Not published for this area: the number of answers is too small for a figure that can be relied on."
TOO_FEW_FR = "Non publié pour ce territoire : le nombre de réponses est trop petit pour donner un chiffre fiable."


def classes() -> list[dict]:
    with CLASSES.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def unit_groups(times: int = 1) -> list[dict]:
    """Return the 516 unit groups, and as many made-up ones as make `times` as many."""
    real = [row for row in classes() if len(row["code"]) == 5]
    taken = {row["code"] for row in real}
    free = (f"{number:05d}" for number in range(100_000) if f"{number:05d}" not in taken)
    made = [
        {"code": next(free), "name_en": f"{row['name_en']} {time}", "name_fr": f"{row['name_fr']} {time}"}
        for time in range(2, times + 1)
        for row in real
    ]
    return sorted(real + made, key=lambda row: row["code"])


def write_classes(path: Path, times: int) -> None:
    upper = [row for row in classes() if len(row["code"]) < 5]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["code", "name_en", "name_fr"], lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(upper + unit_groups(times), key=lambda row: row["code"]))


def wages(times: int = 1, seed: int = 2025) -> Iterator[list]:
    """Yield the lines: a third of the regional ones suppressed, one unit group in twenty paid by the year."""
    chance = random.Random(seed)
    for group in unit_groups(times):
        is_annual = chance.random() < 0.05
        base = chance.uniform(18, 60) * (2_000 if is_annual else 1)
        titles = [f"NOC_{group['code']}", group["name_en"], group["name_fr"]]
        for province, areas in AREAS.items():
            for area in areas.split():
                place = [province, f"ER{area}", f"Area {area}", f"Territoire {area}"]
                if len(area) == 4 and chance.random() < 0.33:
                    source = ["N/A", "NA", "NA", "NA"]
                    yield titles + place + [""] * 6 + source + [REVISED, "0", TOO_FEW_EN, TOO_FEW_FR, ""]
                    continue
                median = base * chance.uniform(0.92, 1.08)
                shares = (0.7, 1, 1.5, 1.05, 0.85, 1.25)
                figures = [round(median * share, 0 if is_annual else 2) for share in shares]
                source = [
                    "LFS 2023-2024",
                    "2023-2024 Labour Force Survey",
                    "Enquête sur la population active 2023-2024",
                ]
                flag = "1" if is_annual else "0"
                yield [*titles, *place, *figures, *source, "2023-2024", REVISED, flag, "", "", "62.8"]


def write_wages(path: Path, times: int = 1, seed: int = 2025) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(f"{HEADER}\r\n")
        csv.writer(file).writerows(wages(times, seed))


if __name__ == "__main__":
    directory = Path(sys.argv[1])
    directory.mkdir(parents=True, exist_ok=True)
    write_wages(directory / "wages.csv")
    write_wages(directory / "wages_10.csv", times=10)
    write_classes(directory / "classes_10.csv", times=10)
