# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('moderation', '0007_words_of_a_case_are_erased'),
    ]

    operations = [
        migrations.AlterField(
            model_name='measure',
            name='kind',
            field=models.CharField(choices=[('talk', 'A talk'), ('warning', 'Warning'), ('reprimand', 'Written reprimand by the chief of police'), ('suspension', 'Suspension'), ('prosecutor', 'Report to the prosecutor, with suspension'), ('relief', 'Relieved as coordinator'), ('removal', 'Removal'), ('ending', 'End of taking part')], max_length=12),
        ),
    ]
