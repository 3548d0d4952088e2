# SPDX-License-Identifier: EUPL-1.2

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('delivery', '0004_intents_of_a_payer'),
    ]

    operations = [
        migrations.CreateModel(
            name='ChannelTrouble',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(max_length=20)),
                ('code', models.CharField(max_length=40)),
                ('about', models.CharField(default='', max_length=80)),
                ('began_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('last_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('channel', 'code', 'about'), name='channel_trouble_once')],
            },
        ),
        migrations.CreateModel(
            name='TalkWindow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('channel', models.CharField(max_length=20)),
                ('mark', models.CharField(max_length=64)),
                ('heard_at', models.DateTimeField(null=True)),
                ('begun_at', models.DateTimeField(null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'indexes': [models.Index(fields=['at'], name='talk_window_at'), models.Index(condition=models.Q(('begun_at__isnull', False)), fields=['channel', 'begun_at'], name='talk_begun')],
                'constraints': [models.UniqueConstraint(fields=('channel', 'mark'), name='talk_window_once')],
            },
        ),
    ]
