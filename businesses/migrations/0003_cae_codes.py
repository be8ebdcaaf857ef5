import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('businesses', '0002_search'),
        ('sectors', '0003_sector_descriptions'),
    ]

    operations = [
        migrations.CreateModel(
            name='CaeIndustry',
            fields=[
                ('retired_on', models.DateField(blank=True, editable=False, null=True, verbose_name='retired on')),
                ('code', models.CharField(max_length=4, primary_key=True, serialize=False, verbose_name='beginning of the CAE code')),
                ('confidence', models.CharField(choices=[('given', 'Given by the source'), ('high', 'Read from another classification, sure'), ('medium', 'Read from another classification, likely'), ('low', 'Read from another classification, approximate')], max_length=6, verbose_name='confidence')),
                ('industry', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='cae_codes', to='sectors.industry')),
            ],
            options={
                'verbose_name': 'CAE code in NAICS',
                'verbose_name_plural': 'CAE codes in NAICS',
                'ordering': ['code'],
                'abstract': False,
            },
        ),
    ]
