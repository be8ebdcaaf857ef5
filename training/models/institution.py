"""Where programmes are given: vocational training centres, colleges and universities."""

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference, ReferenceQuerySet
from catalog.slugs import slug_of
from occupations.models.noc import Language
from regions.distance import Point, around, kilometres
from regions.models import Municipality, Region


class InstitutionQuerySet(ReferenceQuerySet):
    def teaching(self):
        """Return the institutions of today that give programmes."""
        return self.current().filter(teaches=True)

    def near(self, point: Point):
        """Add `distance`, in kilometres as the crow flies (null where the place is not known), nearest first."""
        return self.annotate(distance=kilometres(point)).order_by(models.F("distance").asc(nulls_last=True), "name")

    def within(self, radius: float, point: Point):
        """Return the institutions at `radius` kilometres or less of a point, nearest first."""
        return self.filter(around(point, radius)).near(point).filter(distance__lte=radius)

    def giving(self, programme: str):
        """Return the institutions that give a programme (its identifier)."""
        from training.models.offering import Offering  # which itself needs this module

        return self.filter(pk__in=Offering.objects.live().filter(programme=programme).values("institution"))


class Institution(Reference):
    """An institution, under the ministry's code of six digits. Its name is official in one language only.

    A vocational training centre may have several buildings: the address is that of its office.
    """

    class Kind(models.TextChoices):
        VOCATIONAL_CENTRE = "vocational-centre", _("Vocational training centre")
        COLLEGE = "college", _("College")
        UNIVERSITY = "university", _("University")

    class Network(models.TextChoices):
        PUBLIC = "public", _("Public")
        PRIVATE = "private", _("Private")
        GOVERNMENT = "government", _("Government")

    code = models.CharField(primary_key=True, max_length=6)
    name = models.CharField(_("name"), max_length=200)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    # Head offices and the centres that transfer technology to firms are listed with the others and give no programme.
    teaches = models.BooleanField(_("gives programs"), default=True)
    network = models.CharField(_("network"), max_length=12, choices=Network, blank=True)  # universities: none
    # Where the publisher tells: of a school service centre or board, or of a section in English of a college.
    language = models.CharField(_("language of instruction"), max_length=2, choices=Language, blank=True)
    address = models.CharField(_("address"), max_length=200, blank=True)
    municipality = models.ForeignKey(
        Municipality, on_delete=models.PROTECT, null=True, blank=True, related_name="institutions"
    )
    region = models.ForeignKey(Region, on_delete=models.PROTECT, null=True, blank=True, related_name="institutions")
    postal_code = models.CharField(_("postal code"), max_length=7, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    website = models.CharField(_("website"), max_length=200, blank=True)
    buildings = models.PositiveSmallIntegerField(_("buildings where vocational training is given"), default=1)

    objects = InstitutionQuerySet.as_manager()

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["name", "code"]
        verbose_name = _("educational institution")
        verbose_name_plural = _("educational institutions")
        constraints = [
            models.CheckConstraint(condition=models.Q(code__regex=r"^\d{6}$"), name="institution_code"),
        ]
        indexes = [models.Index(fields=["latitude", "longitude"], name="institution_place")]

    def __str__(self) -> str:
        return self.name

    @property
    def slug(self) -> str:
        return slug_of(self.name)

    @property
    def point(self) -> Point | None:
        if self.latitude is None or self.longitude is None:
            return None
        return Point(float(self.latitude), float(self.longitude))

    def get_absolute_url(self) -> str:
        return reverse("training:institution", args=[self.code, self.slug])
