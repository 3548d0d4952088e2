# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0003_what_changed_afterwards")]

    operations = [
        migrations.AddField("redaction", "is_point_out", models.BooleanField(default=False)),
        migrations.AddField("redaction", "photos_out", models.JSONField(default=list)),
    ]
