# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('outreach', '0003_rights_requests'),
    ]

    operations = [
        migrations.AddField(
            model_name='rightsrequest',
            name='address',
            field=buurtwacht.lib.fields.EncryptedTextField(blank=True, editable=True, verbose_name='Address for the answer'),
        ),
        migrations.AddField(
            model_name='rightsrequest',
            name='on_paper',
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name='rightsrequest',
            name='email',
            field=buurtwacht.lib.fields.EncryptedTextField(blank=True, editable=True, verbose_name='E-mail address'),
        ),
    ]
