# SPDX-License-Identifier: EUPL-1.2

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('enrolment', '0010_letters_about_the_end'),
        ('groups', '0013_first_neighbours_unchecked'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='invitation',
            name='ringer',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='groups.membership'),
        ),
        migrations.AlterField(
            model_name='invitation',
            name='way',
            field=models.CharField(choices=[('link', 'Link'), ('letter', 'Letter'), ('poster', 'Poster'), ('social', 'Social media'), ('newspaper', 'Local paper'), ('door', 'At the door')], default='link', max_length=9),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('ringer',), name='invitation_one_per_ringer'),
        ),
    ]
