# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0006_what_somebody_wants_to_hear")]

    operations = [
        migrations.AddField(
            "person",
            "info",
            models.CharField(
                choices=[
                    ("weekly", "Once a week, on Friday afternoon"),
                    ("daily", "At five o'clock on days when there is some"),
                    ("none", "Never; I read it on the page when I like"),
                ],
                db_default="weekly",
                default="weekly",
                max_length=8,
                verbose_name="Information that is no alarm",
            ),
        ),
    ]
