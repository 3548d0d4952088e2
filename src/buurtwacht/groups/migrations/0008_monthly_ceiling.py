# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("groups", "0007_chat_rooms")]

    operations = [migrations.AddField("watchgroup", "monthly_ceiling", models.PositiveIntegerField(null=True))]
