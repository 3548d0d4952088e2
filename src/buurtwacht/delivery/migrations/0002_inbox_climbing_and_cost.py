# SPDX-License-Identifier: EUPL-1.2
import django.utils.timezone
from django.db import migrations, models

import buurtwacht.lib.fields
import buurtwacht.lib.ids

# Plain SQL, because the table is partitioned: a check on the parent would keep new months from being attached.
# The index finds a delivery by the provider's name for it; Web Push, which is most of the rows, has no such names.
TABLE = """
ALTER TABLE delivery_delivery ADD COLUMN cost integer NOT NULL DEFAULT 0;
CREATE INDEX delivery_of_provider ON delivery_delivery (provider_id) WHERE provider_id <> '';
"""


class Migration(migrations.Migration):
    dependencies = [("delivery", "0001_initial")]

    operations = [
        migrations.AddField("intent", "payer_id", models.UUIDField(null=True)),
        migrations.AddField("intent", "climb_at", models.DateTimeField(null=True)),
        migrations.AddIndex(
            "intent",
            models.Index(
                condition=models.Q(("climb_at__isnull", False)), fields=["climb_at"], name="intent_to_climb"
            ),
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(TABLE, "ALTER TABLE delivery_delivery DROP COLUMN cost")],
            state_operations=[
                migrations.AddField("delivery", "cost", models.IntegerField(db_default=0, default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Incoming",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("channel", models.CharField(max_length=20)),
                ("raw", buurtwacht.lib.fields.EncryptedBinaryField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "verbose_name_plural": "incoming",
                "indexes": [models.Index(fields=["due_at"], name="incoming_due")],
            },
        ),
        migrations.CreateModel(
            name="KnownEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("channel", models.CharField(max_length=20)),
                ("mark", models.CharField(max_length=64)),
                ("fresh", models.BooleanField(default=True)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "indexes": [models.Index(fields=["at"], name="event_known_at")],
                "constraints": [models.UniqueConstraint(fields=("channel", "mark"), name="event_known_once")],
            },
        ),
    ]
