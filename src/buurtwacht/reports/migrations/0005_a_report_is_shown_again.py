# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0004_photos_have_a_copy_for_the_group'),
    ]

    operations = [
        migrations.AlterField(
            model_name='entry',
            name='kind',
            field=models.CharField(choices=[('shared', 'Report'), ('raised', 'Alarm raised by the coordinator'), ('call', 'Called'), ('sighting', 'Seen again'), ('vehicle', 'Vehicle'), ('person', 'Person'), ('police_on_site', 'Police on site'), ('advice', 'Answer of the coordinator'), ('correction', 'Correction'), ('hidden', 'Hidden'), ('shown_again', 'Shown again'), ('false_alarm', 'False alarm'), ('withdrawn', 'Withdrawn'), ('closing', 'Closed'), ('handover', 'Handed over to the police'), ('outcome', 'Outcome')], max_length=16),
        ),
    ]
