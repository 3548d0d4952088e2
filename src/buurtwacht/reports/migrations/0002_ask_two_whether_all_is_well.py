# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='buddyrequest',
            name='reminded_at',
            field=models.DateTimeField(null=True),
        ),
    ]
