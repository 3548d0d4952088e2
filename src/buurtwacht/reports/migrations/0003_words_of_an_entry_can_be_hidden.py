# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0002_ask_two_whether_all_is_well'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='entry',
            name='hidden_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='entry',
            name='hidden_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='entry',
            name='hidden_content',
            field=buurtwacht.lib.fields.EncryptedJSONField(editable=True, null=True),
        ),
        migrations.AddField(
            model_name='entry',
            name='hidden_reason',
            field=models.CharField(blank=True, max_length=20),
        ),
        migrations.AddField(
            model_name='entry',
            name='hidden_salt',
            field=models.BinaryField(null=True),
        ),
    ]
