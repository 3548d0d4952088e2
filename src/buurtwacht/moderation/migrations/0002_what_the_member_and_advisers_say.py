# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
import buurtwacht.lib.ids
import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('moderation', '0001_flags_cases_bans'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='appeal',
            name='entered_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='appeal',
            name='reminded',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='case',
            name='advisers',
            field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=12), default=list, size=None),
        ),
        migrations.AddField(
            model_name='case',
            name='question',
            field=buurtwacht.lib.fields.EncryptedTextField(blank=True, editable=True),
        ),
        migrations.AddField(
            model_name='case',
            name='reminded',
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name='case',
            name='view',
            field=buurtwacht.lib.fields.EncryptedTextField(blank=True, editable=True),
        ),
        migrations.AddField(
            model_name='case',
            name='view_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name='CaseAdvice',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('police', 'Police'), ('municipality', 'Municipality'), ('organisation', 'Who answers for the organisation')], max_length=12)),
                ('words', buurtwacht.lib.fields.EncryptedTextField(editable=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='advice', to='moderation.case')),
            ],
            options={
                'ordering': ['at'],
            },
        ),
    ]
