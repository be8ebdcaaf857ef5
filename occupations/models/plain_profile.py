"""The portal's own texts about an occupation: those of the files, and those that an editor wrote over them."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import JSONArray, JSONObject
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from catalog.models import Reference
from occupations.models.noc import NocGroup


class PlainTexts(models.Model):
    """What a profile says, as JSON documents in the shape of `datasets.profile_texts`.

    Two columns and no translated field: each language is written for itself, and neither stands in for the other.
    """

    text_fr = models.JSONField(_("French text"))
    text_en = models.JSONField(_("English text"))
    related = models.JSONField(_("related occupations"))  # [{"code", "fr", "en"}]: why one would compare them

    class Meta:
        abstract = True

    @property
    def text(self) -> dict:
        """Return the text in the active language."""
        return getattr(self, f"text_{get_language()}")


class PlainProfile(Reference, PlainTexts):
    """The profile of a unit group as its file has it; a load writes here and nowhere else."""

    unit_group = models.OneToOneField(NocGroup, models.PROTECT, primary_key=True, related_name="plain_profile")
    reviewed_on = models.DateField(_("reviewed on"), null=True)  # null: nobody else has read it yet

    class Meta(Reference.Meta):
        abstract = False
        ordering = ["unit_group"]
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def __str__(self) -> str:
        return self.unit_group_id


class EditedProfile(PlainTexts):
    """What an editor wrote over the profile of a unit group. No load touches it; deleting it shows the file's again."""

    unit_group = models.OneToOneField(
        NocGroup, models.PROTECT, primary_key=True, related_name="edited_profile", verbose_name=_("unit group")
    )
    reviewed_on = models.DateField(_("reviewed on"))

    class Meta:
        ordering = ["unit_group"]
        verbose_name = _("edited profile")
        verbose_name_plural = _("edited profiles")

    def __str__(self) -> str:
        return self.unit_group_id


def shown_profiles(**chosen) -> list[PlainProfile | EditedProfile]:
    """Return what the public sees of each unit group that has texts, or of some: an editor's, else the file's."""
    of_files = PlainProfile.objects.current().filter(unit_group__edited_profile=None, **chosen)
    return [*EditedProfile.objects.filter(**chosen), *of_files]


def related_to(group: NocGroup) -> models.QuerySet[NocGroup]:
    """Return the unit groups that the profile of one names, edited or not."""
    named = {"unit_group": group, "related__contains": JSONArray(JSONObject(code=OuterRef("code")))}
    in_either = Q(Exists(PlainProfile.objects.filter(**named))) | Q(Exists(EditedProfile.objects.filter(**named)))
    return NocGroup.objects.current().filter(in_either)
