# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils import timezone

from buurtwacht.lib.ids import new_id

from .person import Person


class Connecting(models.Model):
    """Somebody is connecting a channel: the code that they send there, until it comes in or is a day old.

    The code itself is not kept. Whoever made it gets it back once, in `code`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="connecting")
    channel = models.CharField(max_length=20)
    code_fingerprint = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    code = ""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "channel"], name="connecting_once"),
        ]

    def __str__(self) -> str:
        return f"connecting {self.channel} {self.pk}"
