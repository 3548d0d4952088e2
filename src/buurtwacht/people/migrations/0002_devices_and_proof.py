# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_initial'),
        ('usersessions', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='contactpoint',
            name='proof_seconds',
            field=models.FloatField(null=True),
        ),
        migrations.AddField(
            model_name='contactpoint',
            name='proven_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='contactpoint',
            name='session',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='usersessions.usersession'),
        ),
        migrations.AddField(
            model_name='person',
            name='test_asked_at',
            field=models.DateTimeField(null=True),
        ),
    ]
