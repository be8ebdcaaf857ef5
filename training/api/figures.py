"""Durations and outcomes of a programme, and its ties to occupations, as the API gives them."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from catalog.api import ReleaseReferenceSerializer
from imt.api import Text
from occupations.api.figures import SourcedSerializer
from training.models import GraduateOutcome, ProgrammeDuration, ProgrammeOccupation


class DurationSerializer(serializers.ModelSerializer):
    release = ReleaseReferenceSerializer()

    class Meta:
        model = ProgrammeDuration
        fields = ("hours", "months", "release")
        extra_kwargs = {
            "hours": {"help_text": _("Of instruction; null where they are not counted.")},
            "months": {"help_text": _("Of full-time studies.")},
        }


class Percentage(serializers.FloatField):
    def __init__(self, **kwargs):
        super().__init__(allow_null=True, **kwargs)


class OutcomeSerializer(SourcedSerializer, serializers.ModelSerializer):
    not_published = Text(
        source="reason", allow_null=True, help_text=_("Why there is no figure; null when there is one.")
    )
    placement_rate = Percentage(help_text=_("Of graduates who have or look for a job, the percentage who have one."))
    related_rate = Percentage(help_text=_("Of those who work full time, the percentage in what they studied."))
    studying_rate = Percentage(help_text=_("The percentage of graduates who pursue other studies."))

    class Meta:
        model = GraduateOutcome
        fields = (
            "year",
            "placement_rate",
            "related_rate",
            "weekly_earnings",
            "studying_rate",
            "not_published",
            "release",
        )
        extra_kwargs = {"weekly_earnings": {"help_text": _("Average gross earnings, in dollars a week.")}}


class TieSerializer(serializers.ModelSerializer):
    """An occupation that a programme leads to."""

    code = serializers.CharField(source="unit_group_id")
    title = Text(source="unit_group.name")
    url = serializers.HyperlinkedRelatedField(
        source="unit_group", view_name="api:occupation-detail", lookup_field="code", read_only=True
    )

    class Meta:
        model = ProgrammeOccupation
        fields = ("code", "url", "title", "kind", "reviewed_on")
