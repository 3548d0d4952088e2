# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("groups", "0008_monthly_ceiling")]

    operations = [
        migrations.AddField("membership", "suspended_until", models.DateTimeField(null=True)),
        migrations.AddField("watchgroup", "announcements_until", models.DateTimeField(null=True)),
        migrations.AddField("watchgroup", "slow_minutes", models.PositiveSmallIntegerField(db_default=0, default=0)),
    ]
