# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('moderation', '0005_people_look_at_flags'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='leaklook',
            name='for_others',
        ),
        migrations.RemoveField(
            model_name='leaklook',
            name='settled_at',
        ),
    ]
