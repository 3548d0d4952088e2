# SPDX-License-Identifier: EUPL-1.2
import django.utils.timezone
from django.db import migrations, models

import buurtwacht.lib.ids

# Partitioned by month on the id, whose first 48 bits are a time (delivery/ids.py). The default partition takes what no
# month was made for yet. Two indexes and no more, because each one is paid for at every row: the key, which also finds
# all rows of one intent, and what is due.
TABLE = """
CREATE TABLE delivery_delivery (
    id uuid PRIMARY KEY,
    intent_id uuid NOT NULL,
    contact_point_id uuid NOT NULL,
    person_id uuid NOT NULL,
    channel varchar(20) NOT NULL,
    priority smallint NOT NULL,
    rung smallint NOT NULL DEFAULT 0,
    state varchar(12) NOT NULL,
    attempts smallint NOT NULL DEFAULT 0,
    due_at timestamptz,
    provider_id varchar(120) NOT NULL DEFAULT '',
    error varchar(60) NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    handed_over_at timestamptz,
    shown_at timestamptz,
    seen_at timestamptz
) PARTITION BY RANGE (id);
CREATE INDEX delivery_due ON delivery_delivery (priority, due_at) WHERE due_at IS NOT NULL;
CREATE TABLE delivery_delivery_default PARTITION OF delivery_delivery DEFAULT;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Intent",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=buurtwacht.lib.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("kind", models.CharField(max_length=40)),
                ("subject_id", models.UUIDField()),
                (
                    "priority",
                    models.PositiveSmallIntegerField(choices=[(0, "Alarm"), (1, "Update"), (2, "Notice"), (3, "Digest")]),
                ),
                ("valid_until", models.DateTimeField()),
                ("facts", models.JSONField(default=dict)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("done_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("done_at", None)), fields=["priority", "due_at"], name="intent_due"
                    ),
                    models.Index(fields=["subject_id"], name="intent_of_subject"),
                ],
            },
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(TABLE, "DROP TABLE delivery_delivery")],
            state_operations=[
                migrations.CreateModel(
                    name="Delivery",
                    fields=[
                        ("id", models.UUIDField(editable=False, primary_key=True, serialize=False)),
                        ("intent_id", models.UUIDField()),
                        ("contact_point_id", models.UUIDField()),
                        ("person_id", models.UUIDField()),
                        ("channel", models.CharField(max_length=20)),
                        (
                            "priority",
                            models.PositiveSmallIntegerField(choices=[(0, "Alarm"), (1, "Update"), (2, "Notice"), (3, "Digest")]),
                        ),
                        ("rung", models.PositiveSmallIntegerField(default=0)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("handed_over", "Handed over"),
                                    ("due_again", "Will be tried again"),
                                    ("held", "Waits for the end of the quiet hours"),
                                    ("failed", "Refused"),
                                    ("given_up", "Given up: it is no longer news"),
                                    ("gone", "The address no longer exists"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("attempts", models.PositiveSmallIntegerField(default=0)),
                        ("due_at", models.DateTimeField(null=True)),
                        ("provider_id", models.CharField(default="", max_length=120)),
                        ("error", models.CharField(default="", max_length=60)),
                        ("created_at", models.DateTimeField()),
                        ("handed_over_at", models.DateTimeField(null=True)),
                        ("shown_at", models.DateTimeField(null=True)),
                        ("seen_at", models.DateTimeField(null=True)),
                    ],
                    options={"verbose_name_plural": "deliveries"},
                ),
            ],
        ),
    ]
