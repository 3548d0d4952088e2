# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0005_codes_that_are_typed")]

    operations = [
        migrations.AddField(
            "person",
            "news",
            models.CharField(
                choices=[("all", "Alarms, and news about them"), ("alarms", "Alarms only, and how they ended")],
                db_default="all",
                default="all",
                max_length=8,
                verbose_name="What do you want to hear?",
            ),
        ),
        migrations.AddField("person", "repeats", models.BooleanField(db_default=False, default=False)),
    ]
