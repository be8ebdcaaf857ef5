"""What the directory may be asked, the same for the page, the CSV and the API."""

from dataclasses import dataclass
from functools import cached_property

from django import forms
from django.db.models import Value
from django.utils.translation import gettext_lazy as _

from businesses.models import BusinessCount
from businesses.models.establishment import Fold
from businesses.search.conditions import Conditions, Near
from businesses.search.order import DISTANCE, NAME, SIZE, Order
from businesses.search.words import Word, read
from catalog.models import DataVersion
from catalog.together import read_together
from regions.models import QUEBEC, Municipality, PostalArea, Rcm, Region
from regions.nearby import RADII
from regions.postal import point_of, postal_area
from sectors.coverage import prefixes
from sectors.datasets.naics import RANGES
from sectors.models import Grouping, Industry, OccupationIndustry

PER_PAGE = (10, 25, 50)
SORTS = ((NAME, _("Name")), (SIZE, _("Size, the largest first")), (DISTANCE, _("Distance")))
NEAREST = 10  # km, where a postal code comes without a radius


@dataclass(frozen=True)
class Choices:
    """What one chooses among; one query per version of the data."""

    rcms: dict[str, str]
    groupings: dict[str, Grouping]
    sizes: list[tuple[int, int | None]]  # the brackets of the directory

    @classmethod
    def now(cls) -> "Choices":
        return DataVersion.remember("directory-choices", cls.read)

    @classmethod
    def read(cls) -> "Choices":
        sizes = BusinessCount.objects.exclude(size_min=None).order_by("size_min", "size_max")
        try:
            found = read_together(
                Region(code=QUEBEC),
                rcms=Rcm.objects.current(),
                groupings=Grouping.objects.current(),
                sizes=sizes.distinct("size_min", "size_max"),
            )
        except Region.DoesNotExist:  # before the embedded edition is loaded
            return cls({}, {}, [])
        return cls(
            {rcm.code: rcm.name for rcm in found["rcms"]},
            {grouping.code: grouping for grouping in found["groupings"]},
            [(count.size_min, count.size_max) for count in found["sizes"]],
        )


class DirectoryForm(forms.Form):
    """The question of an address. What is not understood is an error of its field, and the list does without it."""

    q = forms.CharField(label=_("Words of the name or of the activity"), max_length=120)
    region = forms.ChoiceField(label=_("Region"), choices=[(f"{code:02}", f"{code:02}") for code in range(1, 18)])
    rcm = forms.ChoiceField(label=_("RCM"))
    municipality = forms.CharField(label=_("Municipality"), max_length=100)
    sector = forms.ChoiceField(label=_("Sector of activity"))
    naics = forms.RegexField(r"^(\d{2,6}|\d\d-\d\d)$", label=_("NAICS code"))
    occupation = forms.RegexField(r"^\d{5}$", label=_("Code of an occupation (NOC)"))
    postal = forms.CharField(label=_("Postal code"), max_length=10)
    within = forms.TypedChoiceField(label=_("Within, km"), choices=[(km, km) for km in RADII], coerce=int)
    size_min = forms.IntegerField(label=_("Employees, at least"), min_value=1, max_value=1_000_000)
    size_max = forms.IntegerField(label=_("Employees, at most"), min_value=1, max_value=1_000_000)
    sort = forms.ChoiceField(label=_("Sort by"), choices=SORTS)
    per_page = forms.TypedChoiceField(label=_("Per page"), choices=[(each, each) for each in PER_PAGE], coerce=int)

    use_required_attribute = False

    def __init__(self, asked):
        super().__init__(asked)
        self.choices = Choices.now()
        self.fields["rcm"].choices = list(self.choices.rcms.items())
        self.fields["sector"].choices = [(code, each.name) for code, each in self.choices.groupings.items()]
        for field in self.fields.values():
            field.required = False

    def clean_q(self) -> str:
        return self.cleaned_data["q"].replace("\x00", "")

    def clean_municipality(self) -> list[Municipality]:
        """Return those of the name, whatever its accents, or the one of the code."""
        asked = self.cleaned_data["municipality"]
        if not asked:
            return []
        current = Municipality.objects.current().select_related("region").alias(folded=Fold("name"))
        by_code = {"pk": asked} if asked.isdigit() else {"folded": Fold(Value(asked))}
        return list(current.filter(**by_code)) or self.refuse(_("No municipality has this name."))

    def clean_naics(self) -> Industry | None:
        code = self.cleaned_data["naics"]
        if not code:
            return None
        industry = Industry.objects.current().filter(pk=RANGES.get(code, code)).first()
        return industry or self.refuse(_("NAICS has no such code."))

    def clean_occupation(self) -> list[OccupationIndustry]:
        """Return the industries that people of the occupation mostly work in."""
        code = self.cleaned_data["occupation"]
        if not code:
            return []
        ties = OccupationIndustry.objects.current().filter(unit_group=code).select_related("unit_group", "industry")
        return list(ties) or self.refuse(_("No sector is known for this occupation."))

    def clean_postal(self) -> PostalArea | None:
        asked = self.cleaned_data["postal"]
        if not asked:
            return None
        area = postal_area(asked)
        if area is None or point_of(area) is None:
            self.refuse(
                _("The portal does not know this postal code. Give one of Québec; three characters are enough.")
            )
        return area

    def clean(self):
        low, high = self.cleaned_data.get("size_min"), self.cleaned_data.get("size_max")
        if low and high and low > high:
            self.add_error("size_max", _("It is smaller than the least that is asked for."))

    def refuse(self, message):
        raise forms.ValidationError(message)

    # --- What was asked and understood --------------------------------------------------------------------

    @cached_property
    def asked(self) -> dict:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    @cached_property
    def words(self) -> list[Word]:
        return read(self.asked["q"]) if "q" in self.asked else []

    @property
    def sizes(self) -> list[tuple[int, int | None]]:
        """Return the brackets that hold a number between those asked for."""
        low, high = self.asked.get("size_min", 0), self.asked.get("size_max")
        return [
            (least, most)
            for least, most in self.choices.sizes
            if (most is None or most >= low) and (high is None or least <= high)
        ]

    @property
    def facets(self) -> dict[str, list[str]]:
        """Return the facets of each criterion, any of which will do."""
        asked = self.asked
        facets = {
            "region": [f"r:{asked['region']}"] if "region" in asked else [],
            "rcm": [f"c:{asked['rcm']}"] if "rcm" in asked else [],
            "municipality": [f"m:{each.code}" for each in asked.get("municipality", ())],
            "sector": [f"g:{asked['sector']}"] if "sector" in asked else [],
            "naics": [f"n:{code}" for code in prefixes(asked["naics"].code)] if "naics" in asked else [],
            "occupation": [f"n:{code}" for tie in asked.get("occupation", ()) for code in prefixes(tie.industry_id)],
        }
        facets = {name: terms for name, terms in facets.items() if terms}
        if "size_min" in asked or "size_max" in asked:
            facets["size"] = [f"s:{least}" for least, _most in self.sizes]
        return facets

    @property
    def near(self) -> Near | None:
        if "postal" not in self.asked:
            return None
        return Near(point_of(self.asked["postal"]), self.asked.get("within", NEAREST))

    @cached_property
    def conditions(self) -> Conditions:
        return Conditions(self.words, self.facets, self.near)

    @property
    def order(self) -> Order:
        """Return the order in force: the nearest first where a place is asked for, else by name."""
        near = self.near
        sort = self.asked.get("sort", DISTANCE if near else NAME)
        if sort == DISTANCE and near is None:
            sort = NAME
        return Order(sort, near.point if near else None)

    @property
    def page_size(self) -> int:
        return self.asked.get("per_page", PER_PAGE[0])
