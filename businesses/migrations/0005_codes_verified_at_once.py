import django.db.models.deletion
from django.db import migrations, models

CODES = {
    "source": ("catalog.dataset", False),
    "municipality": ("regions.municipality", True),
    "rcm": ("regions.rcm", True),
    "region": ("regions.region", True),
    "industry": ("sectors.industry", True),
    "grouping": ("sectors.grouping", True),
}


class Migration(migrations.Migration):
    dependencies = [
        ("businesses", "0004_error_reports"),
    ]

    operations = [
        migrations.AlterField(
            model_name="establishment",
            name=name,
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=null,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="establishments",
                to=to,
            ),
        )
        for name, (to, null) in CODES.items()
    ]
