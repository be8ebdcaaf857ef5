"""What every part of the API shares: pages of results, texts in both languages, figures as numbers, problems.

The router and the documentation are in `imt.api_urls`: this module is named in the settings, so it imports no app.
"""

from collections.abc import Callable

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from django_filters.rest_framework import DjangoFilterBackend
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import APIException
from rest_framework.pagination import PageNumberPagination
from rest_framework.views import exception_handler

LANGUAGES = [code for code, _name in settings.LANGUAGES]


class Pages(PageNumberPagination):
    """Pages of 50, up to 200 with `page_size`."""

    page_size_query_param = "page_size"
    max_page_size = 200

    def get_paginated_response_schema(self, schema):
        address = {"type": ["string", "null"], "format": "uri"}
        fields = {"count": {"type": "integer"}, "next": address, "previous": address, "results": schema}
        return {"type": "object", "required": list(fields), "properties": fields}


# --- Texts --------------------------------------------------------------------------------------------------


def in_both_languages(text: Callable[[], object]) -> dict[str, str]:
    """Return {"fr": …, "en": …} of what `text` gives while each language is active."""
    texts = {}
    for language in LANGUAGES:
        with override(language):
            texts[language] = str(text())
    return texts


class TextSerializer(serializers.Serializer):
    fr = serializers.CharField()
    en = serializers.CharField()


@extend_schema_field(TextSerializer)
class Text(serializers.Field):
    """{"fr": …, "en": …}: the attributes `source_fr` and `source_en`, or else a `source` that follows the language.

    A text that is empty in both languages is null.
    """

    def __init__(self, **kwargs):
        super().__init__(read_only=True, **kwargs)

    def get_attribute(self, instance):
        for name in self.source_attrs[:-1]:
            instance = getattr(instance, name)
        return instance

    def to_representation(self, owner):
        name = self.source_attrs[-1]
        if hasattr(owner, f"{name}_{LANGUAGES[0]}"):
            text = {language: getattr(owner, f"{name}_{language}") or "" for language in LANGUAGES}
        else:
            text = in_both_languages(lambda: getattr(owner, name) or "")
        return text if any(text.values()) else None


class WithPage(serializers.ModelSerializer):
    """What has a page on the portal: its address in each language."""

    page = serializers.SerializerMethodField(help_text=_("Its page on the portal."))

    @extend_schema_field(TextSerializer)
    def get_page(self, thing):
        addresses = {}
        for language in LANGUAGES:
            with override(language):
                addresses[language] = self.context["request"].build_absolute_uri(thing.get_absolute_url())
        return addresses


# --- Problems -----------------------------------------------------------------------------------------------

# HTTP status: code for programs, message for people.
PROBLEMS = {
    400: ("invalid", _("A parameter of the address cannot be understood.")),
    403: ("forbidden", _("You cannot open this page")),
    404: ("not-found", _("There is nothing at this address.")),
    405: ("read-only", _("The API can only be read.")),
    406: ("json-only", _("The API answers in JSON.")),
    500: ("error", _("An error occurred")),
    503: ("unavailable", _("The portal is unavailable for a moment")),
}


def problem(status: int) -> dict:
    """Return the JSON of a problem: `code`, and `message` in both languages."""
    code, message = PROBLEMS[status]
    return {"code": code, "message": in_both_languages(lambda: message)}


def problem_answer(exception, context):
    """Answer an exception of a view; refused parameters are listed in `fields`, by name."""
    response = exception_handler(exception, context)
    if response is not None:
        response.data = problem(response.status_code)
        if isinstance(exception, InvalidParameters):
            response.data["fields"] = exception.fields
    return response


class InvalidParameters(APIException):
    """The errors of a filter form, whose wording waits for a language."""

    status_code = 400
    default_code = "invalid"

    def __init__(self, errors):
        super().__init__()
        self.fields = {
            name: [{"code": error.code, "message": in_both_languages(lambda e=error: e.messages[0])} for error in found]
            for name, found in errors.as_data().items()
        }


class Filters(DjangoFilterBackend):
    """The filters of a FilterSet; what they refuse is said in both languages."""

    def filter_queryset(self, request, queryset, view):
        filterset = self.get_filterset(request, queryset, view)
        if filterset is None:
            return queryset
        if not filterset.is_valid():
            raise InvalidParameters(filterset.errors)
        return filterset.qs


# --- The OpenAPI document -----------------------------------------------------------------------------------

PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["code", "message"],
    "properties": {
        "code": {"type": "string"},
        "message": {"$ref": "#/components/schemas/Text"},
        "fields": {"type": "object", "additionalProperties": True},
    },
}


def for_readers(result, generator, request, public):
    """Leave out the docstrings, which are for developers and in English; add the problem that any answer may be."""
    schemas = result["components"]["schemas"]
    for schema in schemas.values():
        if schema.get("type") == "object":
            schema.pop("description", None)
    schemas["Problem"] = PROBLEM_SCHEMA
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path in result["paths"].values():
        path["get"]["responses"]["default"] = {"description": str(_("A problem")), "content": content}
    return result
