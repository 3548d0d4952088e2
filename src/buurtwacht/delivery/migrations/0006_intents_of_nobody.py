# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("delivery", "0005_windows_and_troubles")]

    operations = [
        migrations.AddIndex(
            "intent",
            models.Index(
                fields=["created_at"], name="intent_of_nobody", condition=Q(payer_id__isnull=True, priority__gt=0)
            ),
        ),
    ]
