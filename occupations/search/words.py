"""Words as people type them, reduced to what they have in common: no accents, no gender, no plural, no ending.

`stem("infirmières", "fr") == stem("infirmier", "fr")`, and `stem("plomberie", "fr") == stem("plombier", "fr")`: titles
are full of gender doublets, and people search for the trade, the place or the person alike. PostgreSQL's own French
stemmer keeps genders apart (infirmier/infirmiere, caissier/caissiere; observed on PostgreSQL 18).
"""

import re
import unicodedata
from functools import lru_cache

LIGATURES = str.maketrans({"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": "'"})
# employé.e, technicien·ne, conseiller(ère), infirmier-ère, travailleur.euse.s
INCLUSIVE = re.compile(
    r"(?<=[a-z]{3})[.·•(/-](?:ne|le|te|e|se|ve|fe|ere|iere|euse|trice|rice|ienne|enne|he)s?\)?(?:[.·•-]s\b)?(?=[\s.,;)/-]|$)"
)
WORD = re.compile(r"[a-z0-9+#]+")

STOP_WORDS = {
    "fr": frozenset(
        "a au aux avec c ce ces chez comme d dans de des du en est et etre il j je l la le les leur m ma me mes moi "
        "mon n ne nos notre on ou par pas pour qc qu que qui s sa se ses si son sur t un une vos votre y".split()
    ),
    "en": frozenset(
        "a an and are as at be by for from how i in is it like m me my of on or s that the this to want who with you "
        "your".split()
    ),
}
# Words that say "occupation" without saying which: they count for little.
WEAK_WORDS = {
    "fr": frozenset(
        "travail travailler emploi job metier profession faire veux aimer personne gens monde quelqu".split()
    ),
    "en": frozenset("work working job jobs occupation career do doing make people person someone stuff things".split()),
}

# Endings, longest first; what remains must keep at least three letters.
FRENCH_ENDINGS = (
    ("icienne", "ic"), ("icien", "ic"), ("ienne", ""), ("ien", ""), ("atrice", "at"), ("ateur", "at"), ("trice", "t"),
    ("teuse", "t"), ("teur", "t"), ("teure", "t"), ("eresse", ""), ("euse", ""), ("eure", ""), ("eur", ""), ("eux", ""),
    ("erie", ""), ("iere", ""), ("ier", ""), ("ere", ""), ("er", ""), ("abilite", "abl"), ("ite", ""), ("ique", "ic"),
    ("ive", ""), ("if", ""), ("elle", "el"), ("enne", "en"), ("onne", "on"), ("ale", "al"), ("ure", ""), ("esse", ""),
    ("ee", ""), ("ie", ""), ("e", ""),
)  # fmt: skip
ENGLISH_ENDINGS = (
    ("ements", ""), ("ement", ""), ("ment", ""), ("icians", "ic"), ("ician", "ic"), ("ical", "ic"), ("ers", ""),
    ("ress", ""), ("ors", ""), ("ings", ""), ("ing", ""), ("ery", ""), ("er", ""), ("or", ""), ("ist", ""),
    ("ants", ""), ("ant", ""), ("ity", ""), ("ies", ""), ("y", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip


def fold(text: str) -> str:
    """Return the text in lower case, without accents or ligatures, and without inclusive endings."""
    text = unicodedata.normalize("NFKD", text.translate(LIGATURES).lower())
    return INCLUSIVE.sub("", "".join(letter for letter in text if not unicodedata.combining(letter)))


def words(text: str, language: str) -> list[str]:
    """Return the folded words of a text that carry meaning, in order."""
    return words_of_folded(fold(text), language)


def words_of_folded(text: str, language: str) -> list[str]:
    """Return the same of a text that is folded already."""
    stop = STOP_WORDS[language]
    return [word for word in WORD.findall(text) if word not in stop]


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Return what a folded word has in common with its other gender, its plural and its family."""
    if len(word) < 4 or not word.isalpha():
        return word
    if language == "fr":
        word = singular(word, "fr")
    for ending, replacement in FRENCH_ENDINGS if language == "fr" else ENGLISH_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) + len(replacement) >= 3:
            word = word[: len(word) - len(ending)] + replacement
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word


def singular(word: str, language: str) -> str:
    """Return a folded word without the mark of the plural, roughly."""
    if len(word) < 4:
        return word
    if language == "fr":
        if word.endswith("aux") and len(word) > 5:
            return word[:-3] + "al"
        return word[:-1] if word.endswith(("s", "x")) and not word.endswith(("eux", "ss")) else word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


SOUNDS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(.)\1+", r"\1"),
        (r"ph", "f"),
        (r"sch|sh|ch", "C"),
        (r"th", "t"),
        (r"rh", "r"),
        (r"(?<=.)h|h(?=.)", ""),
        (r"gn", "N"),
        (r"eau|au", "o"),
        (r"ai|ei|ay|ey", "e"),
        (r"(?:ain|ein|in|im|yn|ym)(?![aeiouy])", "1"),
        (r"(?:en|em|an|am)(?![aeiouy])", "2"),
        (r"(?:on|om)(?![aeiouy])", "3"),
        (r"oeu|eu", "e"),
        (r"ou", "u"),
        (r"qu|q|ck", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"g(?=[eiy])", "j"),
        (r"tion|cion|ssion", "s3"),
        (r"y", "i"),
        (r"z", "s"),
        (r"w", "v"),
        (r"(?<=[a-z])x$", ""),
        (r"x", "ks"),
        (r"(.)\1+", r"\1"),
        (r"(?<=[a-zA-Z0-9]{3})(?:es|[estdx])$", ""),
    )
)


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """Return roughly how a folded word sounds in French, so that `inalotérapeute` meets `inhalothérapeute`."""
    for pattern, replacement in SOUNDS:
        word = pattern.sub(replacement, word)
    return word


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters differ, a swap of neighbours counting once; `most + 1` as soon as it is more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, row = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before = before, row
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return row[-1]
