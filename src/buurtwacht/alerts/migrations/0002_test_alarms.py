# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.ids
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('alerts', '0001_initial'),
        ('groups', '0008_monthly_ceiling'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='TestAlarm',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('is_loud', models.BooleanField(default=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(null=True)),
                ('told', models.PositiveIntegerField(default=0)),
                ('proven', models.PositiveIntegerField(default=0)),
                ('by_mail_only', models.PositiveIntegerField(default=0)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='test_alarms', to='groups.watchgroup')),
            ],
            options={
                'indexes': [models.Index(fields=['group', '-at'], name='test_alarm_of_group')],
            },
        ),
    ]
