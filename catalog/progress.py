"""Telling a person how a refresh goes: a bar on a terminal, plain lines elsewhere."""

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn


class Silent:
    """No one is watching (a background task); what is said is kept for the release's log."""

    def __init__(self):
        self.lines: list[str] = []

    def say(self, text: str) -> None:
        self.lines.append(text)

    def lines_read(self, count: int) -> None:
        pass

    def start(self, title: str) -> None:
        self.lines = []

    def finish(self) -> None:
        pass


class Watched(Silent):
    """A person at a terminal sees the lines go by."""

    def __init__(self, console: Console | None = None):
        super().__init__()
        self.console = console or Console(highlight=False)
        self.bar: Progress | None = None

    def start(self, title: str) -> None:
        super().start(title)
        if self.console.is_terminal:
            self.bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                TextColumn("{task.completed:>9,} lines"),
                TimeElapsedColumn(),
                console=self.console,
                transient=True,
            )
            self.bar.start()
            self.bar.add_task(title, total=None)

    def lines_read(self, count: int) -> None:
        if self.bar:
            self.bar.update(self.bar.task_ids[0], completed=count)

    def say(self, text: str) -> None:
        super().say(text)
        if not self.bar:
            self.console.print(text, markup=False, soft_wrap=True)

    def finish(self) -> None:
        if self.bar:
            self.bar.stop()
            self.bar = None
