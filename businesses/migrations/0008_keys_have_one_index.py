"""Django makes a second index of a text that is unique, for LIKE in other collations than C. Nobody asks so for a key."""

from django.db import migrations

INDEX = "businesses_establishment_key_76e87068_like"


class Migration(migrations.Migration):

    dependencies = [("businesses", "0007_stretches_by_last")]

    operations = [
        migrations.RunSQL(
            f"DROP INDEX IF EXISTS {INDEX}",
            f"CREATE INDEX {INDEX} ON businesses_establishment (key varchar_pattern_ops)",
        ),
    ]
