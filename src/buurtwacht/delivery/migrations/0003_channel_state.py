# SPDX-License-Identifier: EUPL-1.2

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('delivery', '0002_inbox_climbing_and_cost'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChannelState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(max_length=20)),
                ('worker', models.CharField(max_length=40)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('is_owner', models.BooleanField(default=True)),
                ('waiting', models.IntegerField(default=0)),
                ('open_until', models.DateTimeField(null=True)),
                ('allowances', models.JSONField(default=list)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('channel', 'worker'), name='channel_state_once')],
            },
        ),
    ]
