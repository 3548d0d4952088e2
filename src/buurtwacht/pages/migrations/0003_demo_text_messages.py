# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('pages', '0002_demo_files'),
    ]

    operations = [
        migrations.AddField(
            model_name='demomail',
            name='sender',
            field=buurtwacht.lib.fields.EncryptedTextField(blank=True, editable=True),
        ),
    ]
