# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
import buurtwacht.lib.ids
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('groups', '0007_chat_rooms'),
        ('people', '0004_connecting_channels'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Turn',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('report_id', models.UUIDField(null=True)),
                ('channel', models.CharField(max_length=20)),
                ('address', buurtwacht.lib.fields.EncryptedTextField(editable=True)),
                ('language', models.CharField(max_length=8)),
                ('said', buurtwacht.lib.fields.EncryptedJSONField(editable=True, null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('contact_point', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.contactpoint')),
                ('person', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Conversation',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('state', buurtwacht.lib.fields.EncryptedJSONField(default=dict, editable=True)),
                ('photo', buurtwacht.lib.fields.EncryptedBinaryField(null=True)),
                ('heard_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField(null=True)),
                ('contact_point', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.contactpoint')),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='groups.watchgroup')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('expires_at__isnull', False)), fields=['expires_at'], name='conversation_expires')],
            },
        ),
    ]
