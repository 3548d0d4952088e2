# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.ids
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('alerts', '0003_pace_of_tests'),
        ('groups', '0010_room_codes'),
        ('reports', '0002_ask_two_whether_all_is_well'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Relay',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('answer', models.CharField(blank=True, choices=[('passed_on', 'Passed on'), ('declined', 'Not passed on')], max_length=10)),
                ('answered_at', models.DateTimeField(null=True)),
                ('answered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('copy', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='came_by', to='reports.report')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relays', to='reports.report')),
                ('to_group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='relays_in', to='groups.watchgroup')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('report', 'to_group'), name='relay_once')],
            },
        ),
    ]
