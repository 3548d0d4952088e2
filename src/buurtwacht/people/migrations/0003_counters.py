# SPDX-License-Identifier: EUPL-1.2
"""The table behind Django's cache, in which attempts to sign in are counted by all processes together.

Unlogged: it is quick, and after a crash the counting may begin anew.
"""

from django.db import migrations, models

MAKE = """
CREATE UNLOGGED TABLE IF NOT EXISTS buurtwacht_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX IF NOT EXISTS buurtwacht_cache_expires ON buurtwacht_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_devices_and_proof")]

    operations = [
        migrations.RunSQL(MAKE, "DROP TABLE IF EXISTS buurtwacht_cache"),
        migrations.CreateModel(
            name="Attempt",
            fields=[
                ("cache_key", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("value", models.TextField()),
                ("expires", models.DateTimeField()),
            ],
            options={"db_table": "buurtwacht_cache", "managed": False},
        ),
    ]
