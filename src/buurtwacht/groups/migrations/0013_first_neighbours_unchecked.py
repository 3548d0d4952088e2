# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("groups", "0012_what_is_worth_knowing"),
    ]

    operations = [
        migrations.AddField(
            model_name="membership",
            name="is_unchecked",
            field=models.BooleanField(default=False),
        ),
    ]
