"""The words of a name at the end of an address, which only people read."""

import re

from django.utils.text import slugify

LONGEST = 80
ELIDED = re.compile(r"\b([cdjlmnst]|\w*qu)['’]", re.IGNORECASE)  # d’hygiène, but not children’s


def slug_of(name: str) -> str:
    """Return the words of a name, apart where elided or joined by “/”, in at most 80 characters; "" if no letter."""
    return slugify(ELIDED.sub(r"\1-", name).replace("/", "-"))[:LONGEST].strip("-")
