"""Who gives the figures of training, and what is said of the demonstration figures that stand in for them."""

from django.utils.translation import gettext_lazy as _

MINISTRY = {
    "publisher": _("Ministère de l’Éducation and Ministère de l’Enseignement supérieur du Québec"),
    "licence": _("© Gouvernement du Québec"),
    "licence_url": "https://www.quebec.ca/droit-auteur",
}
DEMONSTRATION = _(
    "Made by a rule from the programs and the institutions, to show what the pages look like. It says nothing true of "
    "any of them, and gives way to the first real edition."
)
