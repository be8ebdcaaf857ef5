"""The programmes of study that lead to an occupation, from vocational training to the doctorate."""

from django.db import models
from django.db.models import Case, Q, Value, When
from django.urls import reverse
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from catalog.slugs import slug_of
from training.models.cip import CipClass
from training.models.prerequisite import Prerequisite
from training.models.sector import TrainingSector


class Level(models.TextChoices):
    SECONDARY = "secondary", _("Secondary")
    COLLEGE = "college", pgettext_lazy("level of studies", "College")
    UNIVERSITY = "university", pgettext_lazy("level of studies", "University")
    CONTINUING = "continuing", _("Continuing education")


class Credential(models.TextChoices):
    """What a programme gives, from the shortest studies to the longest."""

    AEP = "aep", _("Skills Training Certificate (STC)")
    DEP = "dep", _("Diploma of Vocational Studies (DVS)")
    ASP = "asp", _("Attestation of Vocational Specialization (AVS)")
    AEC = "aec", _("Attestation of College Studies (ACS)")
    DEC_TECHNICAL = "dec-technical", _("Diploma of College Studies (DCS), technical")
    DEC_PRE_UNIVERSITY = "dec-pre-university", _("Diploma of College Studies (DCS), pre-university")
    CERTIFICATE = "certificate", _("University certificate")
    BACHELOR = "bachelor", _("Bachelor’s degree")
    MASTER = "master", _("Master’s degree")
    DOCTORATE = "doctorate", _("Doctorate")
    CONTINUING = "continuing", _("Continuing education")


LEVELS = {
    Level.SECONDARY: (Credential.AEP, Credential.DEP, Credential.ASP),
    Level.COLLEGE: (Credential.AEC, Credential.DEC_TECHNICAL, Credential.DEC_PRE_UNIVERSITY),
    Level.UNIVERSITY: (Credential.CERTIFICATE, Credential.BACHELOR, Credential.MASTER, Credential.DOCTORATE),
    Level.CONTINUING: (Credential.CONTINUING,),
}


class Evidence(models.TextChoices):
    """Where what is said of a programme comes from."""

    OFFICIAL = "official", _("Read from the ministry’s or the institution’s own publication")
    RELAYED = "relayed", _("Relayed by someone else")
    COMPILED = "compiled", _("Compiled by the portal, to be confirmed with the institution")


class Programme(Reference):
    """A program of study, wherever it is given.

    The identifier is the official code in small letters and without its dot (5333, 221a0) or, for the programmes that
    have none, words of the portal's own (baccalaureat-sciences-infirmieres).
    """

    class Status(models.TextChoices):
        OFFERED = "offered", _("Offered")
        NEW_VERSION = "new-version", _("New version")
        NEW = "new", _("New program")
        ENDING = "ending", _("Probably replaced, or being phased out")

    identifier = models.SlugField(primary_key=True, max_length=80)
    official_code = models.CharField(_("official code"), max_length=10, blank=True)
    english_code = models.CharField(_("code of the program in English"), max_length=10, blank=True)
    title = models.CharField(_("title"), max_length=200)
    credential = models.CharField(_("credential"), max_length=20, choices=Credential)
    level = models.GeneratedField(
        expression=Case(
            *(When(credential__in=credentials, then=Value(level)) for level, credentials in LEVELS.items()),
        ),
        output_field=models.CharField(_("level"), max_length=12, choices=Level),
        db_persist=True,
    )
    sector = models.ForeignKey(
        TrainingSector, on_delete=models.PROTECT, null=True, blank=True, related_name="programmes"
    )
    # Apart from that of the rest: many sectors at hand were worked out from the order of a list.
    sector_evidence = models.CharField(_("evidence of the sector"), max_length=10, choices=Evidence, blank=True)
    cip = models.ForeignKey(CipClass, on_delete=models.PROTECT, null=True, blank=True, related_name="programmes")
    # Codes of `training.models.prerequisite.Prerequisite`, separated by a space.
    prerequisites = models.CharField(_("prerequisites"), max_length=200, blank=True)
    evidence = models.CharField(_("evidence"), max_length=10, choices=Evidence)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.OFFERED)

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["title", "identifier"]
        verbose_name = _("program of study")
        verbose_name_plural = _("programs of study")
        constraints = [
            models.CheckConstraint(condition=Q(credential__in=Credential.values), name="programme_credential"),
            models.UniqueConstraint(fields=["official_code"], condition=~Q(official_code=""), name="programme_once"),
        ]

    def __str__(self) -> str:
        return f"{self.official_code} {self.title}".strip()

    @property
    def slug(self) -> str:
        """Return the decorative end of the page's address, in the active language."""
        return slug_of(self.title)

    @property
    def code(self) -> str:
        """Return the official code in the active language, or "": that of the English programme where there is one."""
        return self.english_code if get_language() == "en" and self.english_code else self.official_code

    @property
    def required(self) -> list[str]:
        """Return the names of the courses of secondary school that it asks for, in the active language."""
        return [Prerequisite(code).label for code in self.prerequisites.split()]

    @property
    def title_language(self) -> str:
        """Return the language of `title`: French in an English page where no English title is known."""
        return "en" if get_language() == "en" and self.title_en else "fr"

    def get_absolute_url(self) -> str:
        return reverse("training:programme", args=[self.identifier, self.slug])

    def get_sheet_url(self) -> str:
        """Return the address of its PDF sheet."""
        return reverse("training:sheet", args=[self.identifier, self.slug])
