"""A dataset points to the one release of it that the public sees."""

from collections.abc import Callable

from django.conf import settings
from django.core.cache import cache
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from catalog.registry import registry


class Dataset(models.Model):
    """The database's side of a dataset: its live release, and what the last fetch saw.

    Titles, publisher and layouts are declared in code: see `definition`.
    """

    slug = models.SlugField(primary_key=True)
    live_release = models.OneToOneField(
        "catalog.Release", on_delete=models.PROTECT, null=True, blank=True, related_name="live_for"
    )
    # {url: {"etag": …, "last_modified": …}} of the files of the live release, for conditional requests.
    validators = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["slug"]
        verbose_name = _("dataset")
        verbose_name_plural = _("datasets")

    def __str__(self) -> str:
        return self.slug

    @property
    def definition(self):
        return registry[self.slug]


class DataVersion(models.Model):
    """One row: a number that grows each time what the public sees changes. Pages and ETags are keyed on it."""

    CACHE_KEY = "latest-data-version"
    # A Redis that missed a publication (down at that moment) agrees again after this many seconds.
    CACHE_SECONDS = 60

    number = models.PositiveBigIntegerField(default=1)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="one_data_version")]

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def latest(cls) -> "DataVersion":
        """Return today's version: from the cache, or with one query. Before the first publication its number is 0."""
        version = cache.get(cls.CACHE_KEY)
        if version is None:
            version = cls.objects.filter(pk=1).first() or cls(number=0)
            cache.add(cls.CACHE_KEY, version, cls.CACHE_SECONDS)
        return version

    @classmethod
    def current(cls) -> int:
        """Return today's number: from the cache, or with one query."""
        return cls.latest().number

    @classmethod
    def remember(cls, name: str, make: Callable):
        """Return what `make()` gives, made once per version of the data: for what many pages have in common."""
        key = f"{name}:{cls.current()}:{settings.CODE_VERSION}"
        value = cache.get(key)
        if value is None:
            value = make()
            cache.set(key, value)
        return value

    @classmethod
    def bump(cls) -> None:
        """Grow the number in the current transaction; the cache follows on commit."""
        version, created = cls.objects.select_for_update().get_or_create(pk=1)
        if not created:
            version.number += 1
            version.save()
        transaction.on_commit(lambda: cache.set(cls.CACHE_KEY, version, cls.CACHE_SECONDS))
