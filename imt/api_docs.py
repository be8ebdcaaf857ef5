"""The documentation of the API: its OpenAPI document as a page that anyone can read, and as one to try it on."""

from dataclasses import dataclass

from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

EXAMPLES = {"{slug}": "wages", "{code}": "31301", "{id}": "1"}


@dataclass(frozen=True)
class Operation:
    """One kind of address: what it gives, an address to look at, and the parameters after its question mark."""

    path: str
    example: str
    summary: str
    parameters: list[dict]

    @classmethod
    def of(cls, path: str, described: dict) -> "Operation":
        example = path
        for placeholder, value in EXAMPLES.items():
            example = example.replace(placeholder, value)
        in_query = [parameter for parameter in described["parameters"] if parameter["in"] == "query"]
        return cls(path, example, described["summary"], [cls.parameter(each) for each in in_query])

    @staticmethod
    def parameter(described: dict) -> dict:
        description, _list, _labels = described.get("description", "").partition("\n\n*")
        return {"name": described["name"], "description": description, "values": described["schema"].get("enum", [])}


@require_safe
def documentation(request):
    """Show the API without any script, in the language of the address."""
    document = SchemaGenerator().get_schema(request=None, public=True)
    operations = [Operation.of(path, item["get"]) for path, item in document["paths"].items()]
    return render(request, "api/documentation.html", {"operations": operations})


@require_safe
def console(request):
    """Show Swagger UI, which is in English only, from this site alone and within the strict CSP."""
    return render(request, "api/console.html")
