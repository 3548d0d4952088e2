# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enrolment', '0009_removed_is_a_reason'),
    ]

    operations = [
        migrations.AddField(
            model_name='application',
            name='ending_printed_at',
            field=models.DateTimeField(null=True),
        ),
    ]
