# SPDX-License-Identifier: EUPL-1.2
import django.db.models.deletion
from django.db import migrations, models

import buurtwacht.lib.ids


class Migration(migrations.Migration):
    dependencies = [("places", "0002_lines_and_changes")]

    operations = [
        migrations.CreateModel(
            name="Landmark",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("building", "Building"),
                            ("park", "Park"),
                            ("water", "Water"),
                            ("path", "Footpath"),
                        ],
                        max_length=8,
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120)),
                ("shape", models.BinaryField()),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="landmarks", to="places.area"
                    ),
                ),
            ],
            options={"ordering": ["kind", "pk"]},
        ),
    ]
