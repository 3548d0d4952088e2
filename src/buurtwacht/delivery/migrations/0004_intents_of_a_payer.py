# SPDX-License-Identifier: EUPL-1.2

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("delivery", "0003_channel_state")]

    operations = [
        migrations.AddIndex(
            "intent",
            models.Index(fields=["payer_id", "created_at"], name="intent_of_payer", condition=Q(payer_id__isnull=False)),
        ),
    ]
