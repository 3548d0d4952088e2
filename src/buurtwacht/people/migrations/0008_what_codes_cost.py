# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("people", "0007_how_often_somebody_reads_information")]

    operations = [
        migrations.CreateModel(
            "CodeCost",
            [
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField()),
                ("channel", models.CharField(max_length=20)),
                ("cost", models.PositiveIntegerField(default=0)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("month", "channel"), name="code_cost_once")],
            },
        ),
    ]
