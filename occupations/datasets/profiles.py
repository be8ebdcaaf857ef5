"""What the datasets that read the profiles share: one YAML file an occupation, under its code."""

from functools import partial

from catalog.problems import RejectedLine
from catalog.registry import Layout


def ranked(raw: dict, column: str) -> list[dict]:
    """Return a row for each item of a list: the first one has rank 1."""
    items = raw[column]
    if not isinstance(items, list):
        raise RejectedLine("not-a-list" if items else "missing", column, str(items))
    return [raw | {column: item, "rank": rank} for rank, item in enumerate(items, start=1)]


def ranked_list(column: str, key: str) -> Layout:
    """Return the layout of the profiles that takes the items of one of their lists."""
    return Layout(
        name="profiles",
        folder=True,
        columns={"unit_group_id": "code", column: key},
        prepare=partial(ranked, column=column),
    )
