from django.db import migrations, models


def forget(apps, _schema_editor):
    """What failed was called official before anything of it was read."""
    apps.get_model("catalog", "Release").objects.filter(state="failed").update(kind="")


class Migration(migrations.Migration):
    dependencies = [("catalog", "0002_release_embedded")]

    operations = [
        migrations.RemoveConstraint(model_name="release", name="release_kind"),
        migrations.AlterField(
            model_name="release",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("official", "Official"),
                    ("portal", "Portal's own"),
                    ("third-party", "Republished by a third party"),
                    ("demonstration", "Demonstration"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
        migrations.RunPython(forget, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="release",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["official", "portal", "third-party", "demonstration"]),
                    models.Q(("kind", ""), ("state", "failed")),
                    _connector="OR",
                ),
                name="release_kind",
            ),
        ),
    ]
