"""The portal's own texts about an occupation, as the API gives them."""

from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from catalog.api import ReleaseReferenceSerializer
from imt.api import LANGUAGES, Text, TextSerializer
from occupations.profile.plain import Plain

PARTS = ("summary", "duties", "workplaces", "conditions", "requirements", "also_called")


def in_parts(plain: Plain) -> dict:
    """Return each part as {"fr": …, "en": …}: neither language is the translation of the other."""
    documents = {language: getattr(plain.written, f"text_{language}") for language in LANGUAGES}
    parts = {part: {language: documents[language][part] for language in LANGUAGES} for part in PARTS}
    return parts | {
        "related": plain.related,
        "reviewed_on": plain.written.reviewed_on,
        "is_edited": plain.is_edited,
        "release": plain.release,
    }


class TextsSerializer(serializers.Serializer):
    fr = serializers.ListField(child=serializers.CharField())
    en = serializers.ListField(child=serializers.CharField())


class DutyGroupSerializer(serializers.Serializer):
    job = serializers.CharField(help_text=_("Empty where the occupation is one job."))
    duties = serializers.ListField(child=serializers.CharField())


class DutiesSerializer(serializers.Serializer):
    fr = DutyGroupSerializer(many=True)
    en = DutyGroupSerializer(many=True)


class RelatedOccupationSerializer(serializers.Serializer):
    code = serializers.CharField(source="group.code")
    name = Text(source="group.name")
    reason = TextSerializer(source="reasons")


class PlainProfileSerializer(serializers.Serializer):
    """What `in_parts` gives."""

    summary = TextSerializer()
    duties = DutiesSerializer()
    workplaces = TextsSerializer()
    conditions = TextsSerializer()
    requirements = TextsSerializer(help_text=_("How people usually get in, in Québec."))
    also_called = TextsSerializer()
    related = RelatedOccupationSerializer(many=True)
    reviewed_on = serializers.DateField(allow_null=True)
    is_edited = serializers.BooleanField(help_text=_("Whether an editor wrote over the release's text."))
    release = ReleaseReferenceSerializer()
