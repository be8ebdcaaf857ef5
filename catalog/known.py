"""What a file does not say and the portal knows already: French names, where a publisher's file at hand is English."""

from collections.abc import Callable

from django.db.models import Model


def keep_known(model: type[Model], code: str, *columns: str) -> Callable:
    """Return a check of a dataset: rows staged without the first of the columns get them from those that have the code.

    Columns are those of the table of the model and of the stage; retired rows are known too.
    """

    def check(cursor, stage: str) -> None:
        cursor.execute(
            f"UPDATE {stage} s SET {', '.join(f'{column} = known.{column}' for column in columns)}"
            f" FROM (SELECT DISTINCT {code}, {', '.join(columns)} FROM {model._meta.db_table}) known"
            f" WHERE s.{columns[0]} IS NULL AND known.{code} = s.{code}"
        )

    return check
