# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
import buurtwacht.lib.ids
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0011_hint_counts'),
        ('people', '0007_how_often_somebody_reads_information'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='InfoTold',
            fields=[
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='info_told', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('up_to', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='InfoNote',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('coordinator', 'Coordinator'), ('official', 'Municipality'), ('officer', 'Police'), ('neighbour', 'A neighbour')], max_length=12)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('waiting', 'Waits for the coordinator'), ('published', 'To be read'), ('declined', 'Not used'), ('withdrawn', 'Withdrawn')], max_length=10)),
                ('words', buurtwacht.lib.fields.EncryptedTextField(editable=True, max_length=1000)),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='info', to='groups.watchgroup')),
            ],
            options={
                'ordering': ['-starts_at', '-id'],
                'indexes': [models.Index(fields=['group', 'state', 'ends_at'], name='info_of_group')],
                'constraints': [models.CheckConstraint(condition=models.Q(('starts_at__lte', models.F('ends_at'))), name='info_days_in_order')],
            },
        ),
    ]
