# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("moderation", "0009_a_judge_steps_aside")]

    operations = [
        migrations.AlterField(
            model_name="banmark",
            name="kind",
            field=models.CharField(
                choices=[
                    ("email", "Email"),
                    ("phone", "Phone"),
                    ("person", "Person"),
                    ("telegram", "Telegram"),
                    ("matrix", "Matrix"),
                ],
                max_length=20,
            ),
        ),
    ]
