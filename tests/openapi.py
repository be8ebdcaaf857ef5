"""The OpenAPI document of the API, and answers held against it."""

from functools import cache

from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from jsonschema import Draft202012Validator


@cache
def document(language: str = "en") -> dict:
    with translation.override(language):
        return SchemaGenerator().get_schema(request=None, public=True)


def assert_as_documented(answer, component: str) -> None:
    """Hold an answer against a component; OpenAPI 3.1 is JSON Schema."""
    schema = {"$ref": f"#/components/schemas/{component}", "components": document()["components"]}
    Draft202012Validator(schema).validate(answer)
