"""What a person must have passed to be admitted, besides the conditions that all programmes of a credential have."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Prerequisite(models.TextChoices):
    """A course of secondary school, with the year that it is of.

    Mathematics of years 4 and 5 come in three options; a programme that asks for one takes the harder ones too.
    """

    LANGUAGE_3 = "language-3", _("Language of instruction, Secondary III")
    LANGUAGE_4 = "language-4", _("Language of instruction, Secondary IV")
    LANGUAGE_5 = "language-5", _("Language of instruction, Secondary V")
    SECOND_LANGUAGE_3 = "second-language-3", _("Second language, Secondary III")
    SECOND_LANGUAGE_4 = "second-language-4", _("Second language, Secondary IV")
    SECOND_LANGUAGE_5 = "second-language-5", _("Second language, Secondary V")
    MATHEMATICS_3 = "mathematics-3", _("Mathematics, Secondary III")
    MATHEMATICS_4 = "mathematics-4", _("Mathematics, Secondary IV")
    MATHEMATICS_5 = "mathematics-5", _("Mathematics, Secondary V")
    MATHEMATICS_CST_4 = "mathematics-cst-4", _("Mathematics, Cultural, Social and Technical option, Secondary IV")
    MATHEMATICS_TS_SN_4 = (
        "mathematics-ts-sn-4",
        _("Mathematics, Technical and Scientific or Science option, Secondary IV"),
    )
    MATHEMATICS_TS_SN_5 = (
        "mathematics-ts-sn-5",
        _("Mathematics, Technical and Scientific or Science option, Secondary V"),
    )
    SCIENCE_4 = "science-4", _("Science and Technology or Applied Science and Technology, Secondary IV")
    CHEMISTRY_5 = "chemistry-5", _("Chemistry, Secondary V")
    PHYSICS_5 = "physics-5", _("Physics, Secondary V")
