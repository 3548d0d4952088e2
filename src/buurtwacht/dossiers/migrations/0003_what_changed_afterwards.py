# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0002_excerpt'),
    ]

    operations = [
        migrations.AddField(
            model_name='dossier',
            name='change',
            field=models.CharField(blank=True, choices=[('erased', 'Something was erased'), ('corrected', 'Something was not right')], max_length=10),
        ),
        migrations.AddField(
            model_name='dossier',
            name='changed_at',
            field=models.DateTimeField(null=True),
        ),
    ]
