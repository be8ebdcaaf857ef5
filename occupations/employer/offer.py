"""The wage that an employer thinks of offering, as the address says it: `?wage=25.50&per=hour`."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from imt.templatetags.portal import WHOLE_DOLLARS
from occupations.models import Wage
from occupations.models.wage import HOURS_A_YEAR

# In either language: 61 200 $, $61,200, 25,50, 25.50. A comma or a point before one or two last digits is a decimal.
WRITTEN = re.compile(r"(?P<dollars>\d+|\d{1,3}(?:[ ,.]\d{3})+)(?:[.,](?P<cents>\d{1,2}))?")
MOST = 10_000_000  # dollars; beyond that somebody plays
PER = ((Wage.Unit.HOUR.value, _("an hour")), (Wage.Unit.YEAR.value, _("a year")))


@dataclass(frozen=True)
class Offer:
    amount: Decimal
    unit: str  # a Wage.Unit

    def per(self, unit: str) -> Decimal:
        """Return dollars in another unit, by the portal's rule for a year of work."""
        if unit == self.unit:
            return self.amount
        converted = self.amount / HOURS_A_YEAR if unit == Wage.Unit.HOUR else self.amount * HOURS_A_YEAR
        return round(converted, 2)


class DollarsField(forms.DecimalField):
    """Dollars as people write them in French or in English."""

    def to_python(self, value) -> Decimal | None:
        text = re.sub(r"[$\s]+", " ", value or "").strip()
        found = WRITTEN.fullmatch(text)
        if found:
            text = re.sub(r"\D", "", found["dollars"]) + f".{found['cents'] or 0}"
        elif text:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(text)


class OfferForm(forms.Form):
    """What an employer types. A form without `wage` in its data is not asked anything: do not bind it."""

    wage = DollarsField(
        min_value=1,
        max_value=MOST,
        error_messages={
            "required": _("Enter the wage that you offer, in dollars."),
            "invalid": _("Write the wage as a number of dollars, such as 25.50 or 52,000."),
            "min_value": _("Enter a wage of one dollar or more."),
            "max_value": _("That is more than the portal can place: check the number."),
        },
    )
    per = forms.ChoiceField(
        choices=PER,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Choose “an hour” or “a year”.")),
    )

    def clean(self) -> dict:
        """Refuse an hourly wage that can only be annual, and the other way round."""
        amount, unit = self.cleaned_data.get("wage"), self.cleaned_data.get("per")
        if amount is not None and unit == Wage.Unit.HOUR and amount >= WHOLE_DOLLARS:
            self.add_error("wage", _("That is much for an hour. If it is for a year, choose “a year”."))
        if amount is not None and unit == Wage.Unit.YEAR and amount < WHOLE_DOLLARS:
            self.add_error("wage", _("That is little for a year. If it is for an hour, choose “an hour”."))
        return self.cleaned_data

    @property
    def offer(self) -> Offer | None:
        """Return what was typed, or None as long as it has errors."""
        return Offer(self.cleaned_data["wage"], self.cleaned_data["per"]) if self.is_valid() else None
