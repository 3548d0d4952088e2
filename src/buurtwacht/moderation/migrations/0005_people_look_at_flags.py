# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models

import buurtwacht.lib.fields


class Migration(migrations.Migration):

    dependencies = [
        ('moderation', '0004_marks_of_a_ban_and_looks_at_leaks'),
    ]

    operations = [
        migrations.AddField(
            model_name='flag',
            name='answer',
            field=buurtwacht.lib.fields.EncryptedTextField(blank=True, editable=True),
        ),
        migrations.AddField(
            model_name='flag',
            name='desk_at',
            field=models.DateTimeField(null=True),
        ),
    ]
