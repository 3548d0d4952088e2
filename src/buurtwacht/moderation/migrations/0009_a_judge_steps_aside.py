# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
import buurtwacht.lib.ids
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('moderation', '0008_a_coordinator_stops'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SteppedAside',
            fields=[
                ('id', models.UUIDField(default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False)),
                ('reason', buurtwacht.lib.fields.EncryptedTextField(blank=True, editable=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('appeal', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='aside', to='moderation.appeal')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at'],
                'constraints': [models.UniqueConstraint(fields=('appeal', 'by'), name='stepped_aside_once')],
            },
        ),
    ]
