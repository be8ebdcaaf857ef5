"""The sheet of a sector of activity: its page as a document to print, send or keep."""

from sectors.sheet.content import content

__all__ = ["content"]
