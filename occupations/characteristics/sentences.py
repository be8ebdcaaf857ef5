"""One plain sentence, and one short label, for each value of each descriptor."""

from django.utils.translation import get_language

from occupations.characteristics.words import (
    IMPORTANCE_OF_NAME,
    IMPORTANCE_OF_PHRASE,
    LABELS,
    NAMES,
    PHRASES,
    SENTENCES,
)
from occupations.models import Descriptor, Measure

ELIDED = "aeéèêiîoôuyœh"  # no rated name begins with an aspirated h


def level_label(measure: str, value: int) -> str:
    """Return what a value of a measure is called, e.g. "often": to name a choice or stand beside a number."""
    return str(LABELS[Measure(measure)][value])


def sentence(descriptor: Descriptor, value: int) -> str:
    """Return what a rating means, e.g. "You often have to work at heights."."""
    phrase = PHRASES.get(descriptor.code) or PHRASES.get(descriptor.code.partition("-")[0])
    if descriptor.measure == Measure.IMPORTANCE:
        sentences = IMPORTANCE_OF_PHRASE if phrase else IMPORTANCE_OF_NAME
    else:
        sentences = SENTENCES[Measure(descriptor.measure)]
    name = name_within(descriptor)
    return sentences[value] % {"name": name, "of_name": of(name), "phrase": phrase or name}


def name_within(descriptor: Descriptor) -> str:
    """Return the name as it stands within a sentence: "Oral Communication: Active Listening" → "active listening"."""
    name = str(NAMES.get(descriptor.code) or descriptor.name.split(":")[-1].strip())
    return name[:1].lower() + name[1:] if get_language() == "fr" else name.lower()


def of(name: str) -> str:
    if get_language() != "fr":
        return f"of {name}"
    return f"d’{name}" if name[:1] in ELIDED else f"de {name}"
