from django.db import migrations, models


class Migration(migrations.Migration):
    """The weights themselves come with the next load, or with the first edit, which finds that the index lacks them."""

    dependencies = [
        ("occupations", "0008_search_texts"),
    ]

    operations = [
        migrations.AddField(
            model_name="searchposting",
            name="weight",
            field=models.FloatField(default=1),
        ),
    ]
