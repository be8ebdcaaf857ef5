"""TEER (training, education, experience and responsibilities; FÉER in French), the second digit of a NOC code."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Teer:
    """One of the six categories: how one usually gets there, in the portal's own words, and what they leave out."""

    number: int
    label: Promise
    path: Promise


_CATEGORIES = (
    (
        _("Management"),
        _(
            "You run an organization, a department or a team. People usually get there after several years in the "
            "field, often with studies beyond secondary school."
        ),
    ),
    (
        _("University degree"),
        _(
            "A bachelor's, master's or doctoral degree is usually asked for. In some occupations, long experience in a "
            "related occupation can lead there too."
        ),
    ),
    (
        _("Technical training, long apprenticeship or supervision"),
        _(
            "Two or three years of college, such as a DCS in a technical program, or an apprenticeship of two years "
            "or more in a trade, are usually asked for. Supervisors and some occupations responsible for public safety "
            "are here as well."
        ),
    ),
    (
        _("Vocational training or short apprenticeship"),
        _(
            "Vocational training such as a DVS, less than two years of college, a shorter apprenticeship or more than "
            "six months of training on the job are usually asked for."
        ),
    ),
    (
        _("Secondary school diploma"),
        _("A secondary school diploma, or several weeks of training on the job, is usually asked for."),
    ),
    (
        _("Short demonstration"),
        _("The work is learned on the job in a few days. No diploma is usually asked for."),
    ),
)

TEER = {number: Teer(number, label, path) for number, (label, path) in enumerate(_CATEGORIES)}
