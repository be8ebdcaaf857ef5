"""One edition of a dataset, and the lines of it that could not be read."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.problems import Problem
from catalog.registry import registry


class Kind(models.TextChoices):
    """How far a figure can be trusted; the badge that it carries wherever it appears."""

    OFFICIAL = "official", _("Official")
    PORTAL = "portal", _("Portal's own")
    THIRD_PARTY = "third-party", _("Republished by a third party")
    DEMONSTRATION = "demonstration", _("Demonstration")


class ReleaseQuerySet(models.QuerySet):
    def public(self):
        """Return releases that the public has seen or sees, newest first."""
        return self.filter(state__in=[Release.State.LIVE, Release.State.SUPERSEDED]).order_by("-published_at", "-pk")


class Release(models.Model):
    """One edition of a dataset. The counts say what loading it did; `state` says whether the public sees it."""

    class State(models.TextChoices):
        HELD = "staged", _("Held for review")  # verified, but changes so much that a person must decide
        LIVE = "live", _("Live")
        SUPERSEDED = "superseded", _("Superseded")
        FAILED = "failed", _("Failed")

    dataset = models.ForeignKey("catalog.Dataset", on_delete=models.CASCADE, related_name="releases")
    label = models.CharField(_("edition"), max_length=100, blank=True)
    reference_period = models.CharField(_("reference period"), max_length=100, blank=True)
    published_on = models.DateField(_("published by its author on"), null=True, blank=True)
    retrieved_at = models.DateTimeField(_("retrieved"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, blank=True)  # of a failed one nobody knows
    note_fr = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    state = models.CharField(_("state"), max_length=12, choices=State)

    # [{"name": file name or URL, "layout": …, "sha256": …, "bytes": …}], one for each file it was made from.
    files = models.JSONField(_("files"), default=list)
    sha256 = models.CharField(max_length=64, blank=True)
    embedded = models.BooleanField(_("from the embedded edition"), default=False)

    read = models.PositiveIntegerField(_("read"), default=0)
    out_of_scope = models.PositiveIntegerField(_("out of scope"), default=0)
    loaded = models.PositiveIntegerField(_("loaded"), default=0)
    added = models.PositiveIntegerField(_("added"), default=0)
    changed = models.PositiveIntegerField(_("changed"), default=0)
    unchanged = models.PositiveIntegerField(_("unchanged"), default=0)
    removed = models.PositiveIntegerField(_("removed"), default=0)
    rejected = models.PositiveIntegerField(_("rejected"), default=0)
    # {"added": [...], "changed": [...], "removed": [...]}: a few rows of each, for the person who reviews.
    examples = models.JSONField(default=dict, blank=True)
    failure = models.JSONField(null=True, blank=True)  # Problem.as_json() of a failed or held release
    log = models.TextField(_("log"), blank=True)

    created_at = models.DateTimeField(_("loaded at"), auto_now_add=True)
    published_at = models.DateTimeField(_("live since"), null=True, blank=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        permissions = [
            ("refresh_release", _("Can look for a new release")),
            ("publish_release", _("Can publish and roll back releases")),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["dataset"], condition=models.Q(state="live"), name="one_live_release_per_dataset"
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["staged", "live", "superseded", "failed"]), name="release_state"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["official", "portal", "third-party", "demonstration"])
                | models.Q(kind="", state="failed"),
                name="release_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dataset_id} {self.label}".strip()

    @property
    def problem(self) -> Problem | None:
        return Problem.from_json(self.failure) if self.failure else None

    @property
    def definition(self):
        return registry[self.dataset_id]

    @property
    def note(self) -> str:
        """Return what the public should know of this edition, in the active language."""
        return self.note_en if get_language() == "en" else self.note_fr


class Rejection(models.Model):
    """A line of an official file that did not make a row, kept so that somebody can ask the publisher why."""

    KEPT = 1000  # per release; `Release.rejected` counts all of them

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="rejections")
    file = models.CharField(_("file"), max_length=200)
    line = models.PositiveIntegerField(_("line"))
    column = models.CharField(_("column"), max_length=200, blank=True)
    value = models.CharField(_("value"), max_length=200, blank=True)
    code = models.CharField(max_length=50)

    class Meta:
        ordering = ["file", "line"]
        verbose_name = _("rejected line")
        verbose_name_plural = _("rejected lines")

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.column} {self.code}"

    @property
    def problem(self) -> Problem:
        return Problem(self.code, file=self.file, line=self.line, column=self.column, value=self.value)
