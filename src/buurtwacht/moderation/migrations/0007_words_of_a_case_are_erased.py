# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('moderation', '0006_a_look_needs_no_second_eye'),
    ]

    operations = [
        migrations.AddField(
            model_name='case',
            name='emptied_at',
            field=models.DateTimeField(null=True),
        ),
    ]
