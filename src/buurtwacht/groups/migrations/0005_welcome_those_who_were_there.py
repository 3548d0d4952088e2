# Who took part before there was a welcome page does not have to read it first.

from django.db import migrations
from django.db.models import F


def welcome(apps, schema_editor):
    apps.get_model('groups', 'Membership').objects.filter(welcomed_at=None).update(welcomed_at=F('joined_at'))


class Migration(migrations.Migration):

    dependencies = [
        ('groups', '0004_rota_transfers_and_notes'),
    ]

    operations = [
        migrations.RunPython(welcome, migrations.RunPython.noop),
    ]
