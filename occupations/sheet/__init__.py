"""The sheet of an occupation: the figures of its page as a document to print, send or keep."""

from occupations.sheet.content import content

__all__ = ["content"]
