# SPDX-License-Identifier: EUPL-1.2

import buurtwacht.lib.fields
from django.db import migrations, models


def let_somebody_look_first(apps, schema_editor):
    """Photos that reached the group before there was a copy for it: who coordinates looks at them, and decides."""
    photos = apps.get_model('reports', 'Photo').objects
    photos.filter(audience='group', erased_at=None).update(audience='waiting')


class Migration(migrations.Migration):

    dependencies = [
        ('reports', '0003_words_of_an_entry_can_be_hidden'),
    ]

    operations = [
        migrations.AddField(
            model_name='photo',
            name='shown',
            field=buurtwacht.lib.fields.EncryptedBinaryField(null=True),
        ),
        migrations.AddField(
            model_name='photo',
            name='own_areas',
            field=buurtwacht.lib.fields.EncryptedJSONField(editable=True, null=True),
        ),
        migrations.AddField(
            model_name='photo',
            name='areas',
            field=buurtwacht.lib.fields.EncryptedJSONField(editable=True, null=True),
        ),
        migrations.AddField(
            model_name='photo',
            name='refused_because',
            field=models.CharField(blank=True, choices=[('words_do', 'Words say the same'), ('recognisable', 'Somebody stays recognisable, also when it is blurred'), ('not_about_it', 'It does not show what the report is about'), ('for_the_police', 'It helps the police, and not the neighbours')], max_length=16),
        ),
        migrations.RunPython(let_somebody_look_first, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name='photo',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('audience', 'group'), _negated=True), ('shown__isnull', False), ('erased_at__isnull', False), _connector='OR'), name='photo_group_has_a_copy'),
        ),
    ]
