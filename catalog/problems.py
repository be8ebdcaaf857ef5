"""What can be wrong with a file, as data: a code and its parameters, worded in the language of whoever reads it."""

import re
from dataclasses import asdict, dataclass, field

from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# Each sentence may use %(file)s, %(line)s, %(column)s, %(value)s and the problem's own details.
MESSAGES = {
    # The file as a whole
    "not-found": _("%(file)s: there is no such file, or it cannot be read."),
    "empty": _("%(file)s is empty."),
    "html": _("%(file)s is a web page, not a data file: the publisher probably answered with an error page."),
    "zip": _("%(file)s: the archive should hold one CSV file, besides its metadata; it holds: %(found)s."),
    "broken-zip": _("%(file)s: the zip archive cannot be opened; it is truncated, damaged, or has a password."),
    "not-csv": _("%(file)s, line %(line)s, column %(column)s: a null byte; this is not a text file, or it is damaged."),
    "not-xlsx": _("%(file)s is not a workbook (.xlsx)."),
    "broken-xlsx": _("%(file)s: the workbook cannot be opened; it is probably truncated."),
    "sheet": _("%(file)s has no sheet named “%(expected)s”; it has: %(found)s."),
    "folder": _("%(file)s is a folder where a file was expected."),
    "not-folder": _("%(file)s is not a folder of YAML files."),
    "not-yaml": _("%(file)s, line %(line)s, column %(column)s: this is not YAML: %(reason)s."),
    "encoding": _(
        "%(file)s, line %(line)s, column %(column)s: the text is not in the expected encoding (%(expected)s)."
    ),
    "utf-16": _("%(file)s, line 1, column 1: the file is in UTF-16 where %(expected)s was expected."),
    "columns": _("%(file)s, line %(line)s: columns not found: %(missing)s. Columns of the file: %(found)s."),
    "renamed-column": _("%(file)s, line %(line)s: column “%(column)s” not found; was it renamed to “%(similar)s”?"),
    "repeated-column": _("%(file)s, line %(line)s: column “%(column)s” appears more than once."),
    "layout": _("%(file)s, line %(line)s: no known layout of this dataset has these columns: %(found)s."),
    "parts": _("This dataset needs these files together: %(expected)s. Given: %(found)s."),
    "part": _("%(file)s, line %(line)s, column %(column)s: expected one of these: %(expected)s."),
    "truncated": _("%(file)s, line %(line)s, column %(column)s: the file stops in the middle of a line."),
    "open-quote": _("%(file)s, line %(line)s, column %(column)s: a quotation mark is opened and never closed."),
    "stray-quote": _("%(file)s, line %(line)s, column %(column)s: text follows a closing quotation mark."),
    "long-line": _("%(file)s, line %(line)s, column %(column)s: the line is longer than %(limit)s bytes."),
    "no-rows": _("%(file)s has a header but no usable line."),
    # Across lines
    "duplicate": _("%(file)s, line %(line)s, column %(column)s: %(value)s was already given on line %(first)s."),
    "parts-disagree": _("%(file)s, line %(line)s, column %(column)s: the files disagree about %(value)s."),
    "too-many-rejected": _(
        "%(file)s: %(rejected)s of %(read)s lines were rejected, more than the accepted %(accepted)s%%. "
        "First: line %(line)s, column %(column)s, “%(value)s”. %(reason)s"
    ),
    "codes-gone": _(
        "%(file)s, column %(column)s: %(gone)s of the %(total)s codes of the live release are gone, more than the "
        "accepted %(accepted)s%%; the first one is %(value)s. Check the file, then publish or force it."
    ),
    "level-moved": _(
        "%(file)s, column %(column)s: the median moved from %(before)s to %(after)s for %(value)s, more than the "
        "accepted %(accepted)s%%. Check the file, then publish or force it."
    ),
    "refused": _("%(file)s, line %(line)s, column %(column)s: the database refused “%(value)s”: %(reason)s"),
    "refused-rows": _("%(file)s: the database refused the rows: %(reason)s"),
    "gap": _("%(file)s: the series “%(value)s” stops at %(before)s and goes on at %(after)s; years are missing."),
    "series-end": _(
        "%(file)s: the series “%(value)s” has no line for %(expected)s, which other series of the file have."
    ),
    "series-start": _("%(file)s: the series begin in %(value)s where %(expected)s was expected."),
    "several-scales": _("%(file)s: the levels are of several scales, which nothing can compare: %(value)s."),
    "over-whole": _("%(file)s: the shares of %(value)s add up to %(found)s%%."),
    # One line
    "flag": _("The status flag is not known: nobody can tell how the figure is to be read."),
    "flag-and-figure": _("The status flag says that there is no figure, and there is one."),
    "no-figure": _("There is no figure, and no status flag that says why."),
    "field-count": _("The line does not have as many fields as the header."),
    "missing": _("A value is required."),
    "invalid": _("The value is not valid."),
    "number": _("A number was expected, within what the table can hold."),
    "negative": _("A figure cannot be negative."),
    "inverted": _("Low, median and high are not in order."),
    "total": _("The parts do not add up to the total."),
    "code-format": _("The code is not in the expected form."),
    "codes-disagree": _("The code does not match another code of the same line."),
    "unknown-code": _("The code is not known."),
    "unknown-label": _("The label is not one of those published."),
    "date": _("A date was expected."),
    "not-a-list": _("A list was expected."),
    "too-long": _("The text is too long."),
    "too-many-words": _("The text has more words than it may."),
    "figure": _("A figure has no place in this text: figures come from releases."),
    "typography": _("An apostrophe, a quotation mark or a space is not the typographic one."),
    "not-a-sentence": _("A sentence was expected: a capital at the beginning, a full stop at the end."),
    "not-a-phrase": _("A phrase was expected, without a punctuation mark at the end."),
    "capital": _("A capital was expected at the beginning."),
    "lower-case": _("A small letter was expected at the beginning."),
    "items": _("The list has too few items, or too many."),
    "repeated": _("The same thing is said twice."),
    "no-name": _("No name is in force."),
    "missing-part": _("The line is in one file and not in the other."),
    # Getting it
    "network": _("%(file)s could not be reached: %(reason)s"),
    "http-status": _("%(file)s: the publisher's server answered %(status)s."),
    "interrupted": _("%(file)s: the publisher's server stopped at %(received)s of %(expected)s bytes."),
    "too-big": _("%(file)s is larger than the accepted %(limit)s bytes."),
    "disk-full": _("%(file)s: the disk is full; nothing was changed."),
    "no-source": _("This dataset has no address to fetch: give a file or an address."),
    "archive-gone": _("The files that release %(value)s was made from are no longer in the archive."),
    # Running it
    "busy": _("Another refresh of this dataset is running."),
    "no-earlier-release": _("There is no earlier release to go back to."),
    "not-publishable": _("Release %(value)s cannot be published. Its state: %(state)s."),
}


DECIMAL = re.compile(r"-?\d+\.\d+")


def written(value) -> str:
    """Return a detail as it is read: a decimal number with the mark of the language."""
    return number_format(str(value)) if DECIMAL.fullmatch(str(value)) else value


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, somewhere. `str()` words it in the active language."""

    code: str
    file: str = ""
    line: int = 0
    column: str = ""
    value: str = ""
    # Where `reason` is the code of another problem, it is worded too; `value_fr` and `value_en` are better words for
    # `value`.
    details: dict = field(default_factory=dict)

    def __str__(self) -> str:
        reason = self.details.get("reason")
        details = {name: written(value) for name, value in self.details.items()} | {
            "reason": MESSAGES.get(reason, reason),
            "value": self.details.get(f"value_{get_language()}", self.value),
        }
        return str(MESSAGES[self.code]) % (asdict(self) | details)

    def as_json(self) -> dict:
        return asdict(self) | {"details": {name: str(value) for name, value in self.details.items()}}

    @classmethod
    def from_json(cls, data: dict) -> "Problem":
        return cls(**data)


class RefreshError(Exception):
    """A refresh that cannot go on; nothing of it is kept but the account of why."""

    def __init__(self, code: str, *, file: str = "", line: int = 0, column: str = "", value: str = "", **details):
        self.problem = Problem(code, file, line, str(column), str(value), details)
        super().__init__(code)

    def __str__(self) -> str:
        return str(self.problem)


class BadFile(RefreshError):
    """The file is not what its dataset declares."""


class Unreachable(RefreshError):
    """The network or the publisher's server failed: worth trying again."""


class Busy(RefreshError):
    """Another refresh holds the dataset's lock."""


class Held(RefreshError):
    """Valid, but it would change so much that a person must decide."""


class RejectedLine(ValueError):
    """Raised by a layout's `prepare` for a line that cannot be understood."""

    def __init__(self, code: str, column: str, value: str = ""):
        super().__init__(code)
        self.code, self.column, self.value = code, column, value
