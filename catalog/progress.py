"""Telling a person how a refresh goes: a bar on a terminal, plain lines elsewhere."""

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


class Silent:
    """No one is watching (a background task); what is said is kept for the release's log."""

    def __init__(self):
        self.lines: list[str] = []

    def start(self, title: str) -> None:
        self.lines = []

    def say(self, text: str) -> None:
        self.lines.append(text)

    def expect(self, lines: int | None) -> None:
        """Learn how many lines there are in all; None: that is not known before they are read."""

    def lines_read(self, count: int) -> None:
        pass

    def finish(self) -> None:
        pass


class Watched(Silent):
    """A person at a terminal sees the lines go by."""

    def __init__(self, console: Console):
        super().__init__()
        self.console = console
        columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed:,} lines")
        self.bar = Progress(
            *columns, TimeElapsedColumn(), console=console, transient=True, disable=not console.is_terminal
        )

    def start(self, title: str) -> None:
        super().start(title)
        self.bar.start()
        self.task = self.bar.add_task(title, total=None)

    def say(self, text: str) -> None:
        super().say(text)
        self.console.print(text)

    def expect(self, lines: int | None) -> None:
        self.bar.update(self.task, total=lines)

    def lines_read(self, count: int) -> None:
        self.bar.update(self.task, completed=count)

    def finish(self) -> None:
        self.bar.stop()


def plain_console(file) -> Console:
    """Return a console that prints text as it is: no markup, no colours of numbers, no wrapping."""
    return Console(file=file, markup=False, emoji=False, highlight=False, soft_wrap=True)
