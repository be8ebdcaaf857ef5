"""The sheet of a programme: its page as a document to print, send or keep."""

from training.sheet.content import content

__all__ = ["content"]
