"""What to ask for before hiring where an order or a licence reserves the work."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from occupations.models import Regulation

CHECKS = {
    Regulation.Kind.EXCLUSIVE_PRACTICE: _(
        "Only members of the order may do what it reserves: look the person up in the order's roll, and see whether "
        "the permit is limited or suspended."
    ),
    Regulation.Kind.RESERVED_TITLE: _(
        "Only members of the order may bear the title: look the person up in the order's roll before you use it in an "
        "offer or on a card."
    ),
    Regulation.Kind.COMPETENCY_CERTIFICATE: _(
        "On a construction site that the law covers, ask for the competency card of the trade, and look at its date."
    ),
    Regulation.Kind.QUALIFICATION_CERTIFICATE: _(
        "Ask for the certificate of qualification, or for the card of someone who is still an apprentice."
    ),
    Regulation.Kind.LICENCE: _("Ask for the licence or permit, and look at its date and at what it covers."),
}


def checks(regulations: Iterable[Regulation]) -> list[str]:
    """Return what to verify, in the active language: once for each kind of regulation, in the order of the kinds."""
    kinds = {regulation.kind for regulation in regulations}
    return [str(words) for kind, words in CHECKS.items() if kind in kinds]
