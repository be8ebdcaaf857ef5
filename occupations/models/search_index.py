"""The search index: every phrase that leads to a unit group, and its words. Made by
`occupations.search.index`, changed by `occupations.search.edit`."""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F

from occupations.models.noc import Language, NocGroup


class SearchPhrase(models.Model):
    """A class name, a job title, a search term or a sentence of a profile, in one language."""

    class Source(models.IntegerChoices):
        TERM = 1
        NAME = 2
        MAIN_TITLE = 3
        TITLE = 4
        TEXT = 5

    id = models.IntegerField(primary_key=True)
    unit_group = models.ForeignKey(NocGroup, on_delete=models.CASCADE, related_name="+", db_constraint=False)
    language = models.CharField(max_length=2, choices=Language)
    text = models.CharField(max_length=250)  # what people read; for a sentence of a profile, the class name
    source = models.PositiveSmallIntegerField(choices=Source)
    position = models.PositiveSmallIntegerField(default=1)  # of a term: 1 is what most people mean by it
    forms = models.CharField(max_length=400)  # its words, folded and in the singular, each between spaces
    information = models.FloatField()  # how much all its words tell together: the sum of their rarity
    popularity = models.FloatField()  # 0 to 1, from the number of people employed in the unit group

    class Meta:
        verbose_name = "search phrase"

    def __str__(self) -> str:
        return self.text


class SearchPosting(models.Model):
    """One stem of one phrase."""

    phrase = models.ForeignKey(SearchPhrase, on_delete=models.CASCADE, related_name="postings", db_constraint=False)
    language = models.CharField(max_length=2)
    stem = models.CharField(max_length=60)
    weight = models.FloatField(default=1)  # of the stem in the phrase

    class Meta:
        verbose_name = "search posting"
        indexes = [models.Index(fields=["language", "stem"], include=["phrase"], name="posting_by_stem")]

    def __str__(self) -> str:
        return self.stem


class SearchWord(models.Model):
    """A word of the vocabulary, as written but for accents, with its stem, its sound and its rarity."""

    language = models.CharField(max_length=2)
    word = models.CharField(max_length=60)
    stem = models.CharField(max_length=60)
    sound = models.CharField(max_length=60)
    frequency = models.PositiveIntegerField()  # phrases with this word
    rarity = models.FloatField()  # of its stem: `search.rarity`

    class Meta:
        verbose_name = "search word"
        constraints = [models.UniqueConstraint(fields=["language", "word"], name="search_word_once")]
        indexes = [
            models.Index(F("language"), OpClass(F("word"), name="varchar_pattern_ops"), name="word_by_prefix"),
            models.Index(fields=["language", "stem"], name="word_by_stem"),
            models.Index(fields=["language", "sound"], name="word_by_sound"),
            GinIndex(OpClass(F("word"), name="gin_trgm_ops"), name="word_by_trigram"),
        ]

    def __str__(self) -> str:
        return self.word
