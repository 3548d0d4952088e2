# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('alerts', '0002_test_alarms'),
    ]

    operations = [
        migrations.AddField(
            model_name='testalarm',
            name='half_seconds',
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name='testalarm',
            name='most_seconds',
            field=models.FloatField(null=True),
        ),
    ]
