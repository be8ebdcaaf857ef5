"""The places of business of the directory, whoever told of them: up to a million and a half rows."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Coalesce, Now, NullIf
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from businesses.models.bracket import bracket
from catalog.models import Dataset, Reference, ReferenceQuerySet
from catalog.slugs import slug_of
from regions.models import Municipality, Rcm, Region
from sectors.models import Grouping, Industry


class Fold(Func):
    """A text without accents, capitals and signs, its words one space apart: to sort by, and to find."""

    function = "imt_fold"
    output_field = models.TextField()


class NumbersLast(Func):
    """A folded name, after all others where it is the number of a company: many of the register's are."""

    function = "imt_numbers_last"
    output_field = models.TextField()


class Terms(Func):
    """All that the directory finds an establishment by, in one index, so that what is rare leads to what is common.

    The folded words of its names and activities; and its facets, each a letter, a colon and a code: `r:` region, `c:`
    RCM, `m:` municipality, `g:` sector of activity, `n:` each beginning of its NAICS code, `s:` smallest size, `p:` the
    tenth of a degree that it lies in.
    """

    function = "imt_terms"
    output_field = SearchVectorField()

    def __init__(self):
        texts = ("legal_name", "trade_name", "activity", "other_activity")
        facets = ("region", "rcm", "municipality", "grouping", "industry", "size_min", "latitude", "longitude")
        super().__init__(*texts, *facets)


class EstablishmentQuerySet(ReferenceQuerySet):
    def listed(self):
        """Return what the directory shows: not what is gone, nor what another source tells better."""
        return self.filter(is_listed=True)

    def shown(self):
        """Return them with what a page says of each."""
        return self.select_related("region", "municipality", "industry", "grouping").defer("terms")


class Establishment(Reference):
    """One place of business, as one source tells of it.

    Several datasets fill this table: `source` says which one a row is of, and each merges its own rows only. Sizes are
    brackets of persons; those of the register are of the whole enterprise in Québec, not of the place. Each refresh
    verifies all codes at once: constraints would do it row by row, and made a first load half as long again.
    """

    class Withheld(models.TextChoices):
        INDIVIDUAL = "individual", _("The address of a person is not shown")
        ASKED = "asked", _("The register keeps this address to itself")

    class SizeOf(models.TextChoices):
        ENTERPRISE = "enterprise", _("Whole enterprise in Québec")
        ESTABLISHMENT = "establishment", _("This establishment")

    class Precision(models.TextChoices):
        GIVEN = "given", _("Given by the source")
        POSTAL_AREA = "postal-area", _("Middle of the postal area")

    class Confidence(models.TextChoices):
        """How sure the NAICS code is: the source's own, or read from its own classification (CAE)."""

        GIVEN = "given", _("Given by the source")
        HIGH = "high", _("Read from another classification, sure")
        MEDIUM = "medium", _("Read from another classification, likely")
        LOW = "low", _("Read from another classification, approximate")

    key = models.CharField(primary_key=True, max_length=40)  # enterprise number and suffix, or the source's own
    source = models.ForeignKey(
        Dataset, on_delete=models.PROTECT, related_name="establishments", db_index=False, db_constraint=False
    )
    enterprise = models.CharField(_("Québec enterprise number (NEQ)"), max_length=10, blank=True)
    legal_name = models.CharField(_("legal name"), max_length=250)
    trade_name = models.CharField(_("trade name"), max_length=250, blank=True)  # where it is another one
    is_main = models.BooleanField(_("main establishment"), default=False)
    registered_on = models.DateField(_("registered on"), null=True)  # the enterprise

    withheld = models.CharField(_("why there is no address"), max_length=12, blank=True, choices=Withheld)
    address = models.CharField(_("address"), max_length=200, blank=True)  # number and street
    locality = models.CharField(_("locality"), max_length=100, blank=True)  # as the address has it
    postal_code = models.CharField(_("postal code"), max_length=7, blank=True)  # "G1R 2B5"
    fsa = models.CharField(_("postal area"), max_length=3, blank=True)
    municipality = models.ForeignKey(
        Municipality,
        on_delete=models.PROTECT,
        null=True,
        related_name="establishments",
        db_index=False,
        db_constraint=False,
    )
    rcm = models.ForeignKey(
        Rcm, on_delete=models.PROTECT, null=True, related_name="establishments", db_index=False, db_constraint=False
    )
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, related_name="establishments", db_index=False, db_constraint=False
    )
    latitude = models.FloatField(null=True)  # degrees
    longitude = models.FloatField(null=True)
    precision = models.CharField(_("precision of the place"), max_length=12, blank=True, choices=Precision)
    telephone = models.CharField(_("telephone"), max_length=30, blank=True)
    website = models.CharField(_("website"), max_length=200, blank=True)

    size_min = models.PositiveIntegerField(_("employees, at least"), null=True)
    size_max = models.PositiveIntegerField(_("employees, at most"), null=True)  # null with a minimum: no upper bound
    size_year = models.PositiveSmallIntegerField(_("year of the size"), null=True)
    size_of = models.CharField(_("what the size is of"), max_length=13, blank=True, choices=SizeOf)

    activity = models.CharField(_("main activity"), max_length=250, blank=True)
    other_activity = models.CharField(_("other activity"), max_length=250, blank=True)
    cae = models.CharField(_("code of economic activity (CAE)"), max_length=4, blank=True)
    industry = models.ForeignKey(
        Industry,
        on_delete=models.PROTECT,
        null=True,
        related_name="establishments",
        db_index=False,
        db_constraint=False,
    )
    industry_confidence = models.CharField(_("confidence"), max_length=6, blank=True, choices=Confidence)
    grouping = models.ForeignKey(
        Grouping,
        on_delete=models.PROTECT,
        null=True,
        related_name="establishments",
        db_index=False,
        db_constraint=False,
    )

    # Not in any file, so that no merge touches them.
    is_listed = models.BooleanField(db_default=True, editable=False)  # settled by `businesses.listing`
    first_seen_on = models.DateField(_("in the directory since"), db_default=Now(), editable=False)

    # By code point, whatever the collation of the database: the same order on every machine, and for its index.
    folded_name = models.GeneratedField(
        expression=NumbersLast(Fold(Coalesce(NullIf(F("trade_name"), models.Value("")), F("legal_name")))),
        output_field=models.TextField(db_collation="C"),
        db_persist=True,
    )
    # The largest first, unknown sizes last.
    size_place = models.GeneratedField(
        expression=models.Value(-1) * Coalesce(F("size_min"), models.Value(-1)),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    terms = models.GeneratedField(expression=Terms(), output_field=SearchVectorField(), db_persist=True)

    objects = EstablishmentQuerySet.as_manager()

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["folded_name", "key"]
        verbose_name = _("establishment")
        verbose_name_plural = _("establishments")
        indexes = [
            # Entries wait in a list until `businesses.search.vocabulary` is made anew: row by row a load took thrice as
            # long (November 2026).
            GinIndex(fields=["terms"], name="establishment_terms", condition=Q(is_listed=True)),
            models.Index(fields=["folded_name", "key"], name="establishment_by_name", condition=Q(is_listed=True)),
            models.Index(
                fields=["size_place", "folded_name", "key"],
                name="establishment_by_size",
                condition=Q(is_listed=True),
            ),
            models.Index(
                fields=["latitude", "longitude", "folded_name", "key"],
                name="establishment_by_place",
                condition=Q(is_listed=True, latitude__isnull=False),
            ),
            models.Index(fields=["enterprise"], name="establishment_enterprise", condition=~Q(enterprise="")),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(fsa="") | Q(fsa__regex=r"^[A-Z]\d[A-Z]$"), name="establishment_fsa"),
            models.CheckConstraint(
                condition=Q(withheld="") | Q(address="", postal_code="", latitude=None, longitude=None),
                name="withheld_means_no_place",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Return the name that people know it by."""
        return self.trade_name or self.legal_name

    @property
    def size(self) -> str:
        """Return the bracket in words; "" where it is not known."""
        return bracket(self.size_min, self.size_max)

    @property
    def slug(self) -> str:
        """Return the decorative end of the page's address; some names have no letter."""
        return slug_of(self.name) or "-"

    def get_absolute_url(self) -> str:
        return reverse("businesses:business", args=[self.key, self.slug])
