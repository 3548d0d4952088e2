import buurtwacht.lib.fields
from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("groups", "0005_welcome_those_who_were_there"),
    ]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="phone",
            field=buurtwacht.lib.fields.EncryptedTextField(blank=True, editable=True, verbose_name="Phone number"),
        ),
    ]
