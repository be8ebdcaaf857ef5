"""Finding occupations in people's own words: `search` for the results page and the API, `suggest` while typing.

A query becomes alternatives for each of its words: the stem of the word, of the words that it begins, of those that
sound like it or differ by a letter or two. Phrases (class names, job titles, search terms) are scored by how much of
the query they cover and how much of them the query covers, rare words counting more; a unit group is as good as its
best phrase, a little better when several of its phrases agree.
"""

from occupations.search.codes import find_codes
from occupations.search.engine import best_groups, best_while_typing
from occupations.search.hits import Hit, Suggestion

__all__ = ["Hit", "Suggestion", "search", "suggest"]

MOST_HITS = 200


def search(query: str, language: str) -> list[Hit]:
    """Return the unit groups that a query may mean, best first, at most 200; at most three queries."""
    return find_codes(query) or best_groups(query, language, MOST_HITS)


def suggest(text: str, language: str, limit: int = 8) -> list[Suggestion]:
    """Return what an unfinished query may become: one suggestion a unit group, best first."""
    return [Suggestion(hit.code, hit.text) for hit in best_while_typing(text, language, limit)]
