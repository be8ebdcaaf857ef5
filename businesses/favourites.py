"""The businesses that somebody keeps, in the address alone: `?favourites=KEY,KEY`, to be shared, kept or printed."""

from django.http import QueryDict

from businesses.addresses import POSITION, changed
from businesses.models import Establishment

PARAMETER = "favourites"
MOST = 50


class Favourites:
    """The keys of an address, in its order and each once. `query` is the address's."""

    def __init__(self, query: QueryDict):
        self.query = query
        asked = query.get(PARAMETER, "").replace("\x00", "").split(",")
        self.keys = list(dict.fromkeys(key.strip() for key in asked if key.strip()))[:MOST]

    def __len__(self) -> int:
        return len(self.keys)

    def __contains__(self, key: str) -> bool:
        return key in self.keys

    @property
    def parameter(self) -> str:
        """Return the query that carries them to another page, or ""."""
        return changed(QueryDict(), favourites=",".join(self.keys)) if self.keys else ""

    def toggled(self, key: str) -> str:
        """Return the query of the same page with one more, or with one less; of the same place in the list."""
        keys = [each for each in self.keys if each != key] if key in self.keys else [*self.keys, key]
        kept = {name: self.query.get(name) for name in POSITION}
        return changed(self.query, **kept, favourites=",".join(keys))

    @property
    def is_full(self) -> bool:
        return len(self.keys) >= MOST

    def listed(self) -> list[Establishment]:
        """Return those that the directory still lists, in the order of the address; one query."""
        found = Establishment.objects.listed().shown().in_bulk(self.keys) if self.keys else {}
        return [found[key] for key in self.keys if key in found]
