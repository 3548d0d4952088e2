# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('moderation', '0002_what_the_member_and_advisers_say'),
    ]

    operations = [
        migrations.AddField(
            model_name='measure',
            name='address',
            field=buurtwacht.lib.fields.EncryptedJSONField(editable=True, null=True),
        ),
        migrations.AddField(
            model_name='measure',
            name='declined_because',
            field=buurtwacht.lib.fields.EncryptedTextField(blank=True, editable=True),
        ),
        migrations.AddField(
            model_name='measure',
            name='signed_on',
            field=models.DateField(null=True),
        ),
        migrations.AlterField(
            model_name='measure',
            name='status',
            field=models.CharField(choices=[('proposed', 'Waits for a second administrator'), ('taken', 'Taken'), ('declined', 'The second administrator said no'), ('withdrawn', 'Withdrawn by who proposed it'), ('lapsed', 'Nobody agreed in time'), ('overturned', 'Taken back')], default='proposed', max_length=12),
        ),
    ]
