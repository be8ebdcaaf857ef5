"""What each university gives in the demonstration: those of few fields, and the programmes that ask for a faculty."""

from collections.abc import Mapping

# Series of CIP that a university of few fields gives, without a doctorate; the others give all.
LIBERAL_ARTS = {"05", "09", "11", "13", "16", "23", "24", "26", "27", "30", "40", "42", "45", "50", "52", "54"}
SERIES = {
    "976001": {"52"},  # HEC Montréal
    "976002": {"14"},  # Polytechnique
    "978007": {"44", "52"},  # ENAP
    "978008": {"03", "26", "30"},  # INRS
    "978010": {"14", "15"},  # ÉTS
    "978011": {"09", "11", "13", "30", "42", "52"},  # TÉLUQ
    "979655": {"12"},  # ITHQ
    "981000": LIBERAL_ARTS,  # Bishop’s
    "982000": {"38", "39"},
    "983000": {"50"},
    "983001": {"50"},
    "989000": {"30", "45", "54"},  # Collège militaire royal
}
# Laval, Montréal, Sherbrooke and McGill have a faculty of medicine; they and UQAM, one of law.
MEDICINE = {"975000", "976000", "977000", "979000"}
LAW = {*MEDICINE, "978001"}
HEALTH_SERIES, LAW_SERIES = "51", "22"
GRADUATE = {"master", "doctorate"}


def gives(university: str, programme: Mapping[str, str]) -> bool:
    """Return whether a university may give a programme, a line of `data/training/programmes.csv`."""
    series = programme["cip"][:2]
    if needs_medicine(programme):
        return university in MEDICINE
    if series == LAW_SERIES:
        return university in LAW
    return university not in SERIES or (series in SERIES[university] and programme["credential"] != "doctorate")


def needs_medicine(programme: Mapping[str, str]) -> bool:
    """Return whether it is a master’s degree or a doctorate in health, that of veterinarians and podiatrists too."""
    is_health = programme["cip"][:2] == HEALTH_SERIES and programme["credential"] in GRADUATE
    return is_health or programme["identifier"].startswith("doctorat-medecine")
