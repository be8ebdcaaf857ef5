"""The ratings of OaSIS in plain words of the active language, and what two occupations share. Makes no query."""

from occupations.characteristics.comparison import Comparison, compare
from occupations.characteristics.sentences import level_label, sentence

__all__ = ["Comparison", "compare", "level_label", "sentence"]
