# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
import buurtwacht.lib.ids
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0006_phone_of_a_member'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ChatRoom',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('channel', models.CharField(max_length=20)),
                ('address', buurtwacht.lib.fields.EncryptedTextField(editable=True)),
                ('fingerprint', models.CharField(max_length=64)),
                ('is_on', models.BooleanField(default=True)),
                ('opened_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('gone_at', models.DateTimeField(null=True)),
                ('group', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rooms', to='groups.watchgroup')),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('channel', 'fingerprint'), name='room_once'), models.UniqueConstraint(condition=models.Q(('gone_at', None)), fields=('group', 'channel'), name='room_of_group_once')],
            },
        ),
    ]
