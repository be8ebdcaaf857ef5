"""Addresses of the directory, made from the one that was asked for."""

from django.http import QueryDict

POSITION = ("after", "before")  # of a page in the list


def changed(query: QueryDict, **changes) -> str:
    """Return the query of the same list with some parameters changed, or left out when None, from its first page."""
    query = query.copy()
    for name, value in (dict.fromkeys(POSITION) | changes).items():
        query.pop(name, None)
        if value not in {None, ""}:
            query[name] = str(value)
    return f"?{query.urlencode(safe=',')}"
