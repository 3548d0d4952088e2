# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enrolment', '0008_rules_of_the_group'),
    ]

    operations = [
        migrations.AlterField(
            model_name='departure',
            name='reason',
            field=models.CharField(choices=[('unsaid', 'I would rather not say'), ('moved', 'I am moving house'), ('too_many', 'Too many messages'), ('too_few', 'Nothing happens here'), ('unsafe', 'It made me feel less safe'), ('quarrel', 'The tone, or a quarrel'), ('other', 'Something else'), ('removed', 'The group decided it')], default='unsaid', max_length=8),
        ),
    ]
