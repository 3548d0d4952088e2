# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils import timezone

from buurtwacht.lib.fields import EncryptedTextField
from buurtwacht.lib.ids import new_id

from .person import Person


class Connecting(models.Model):
    """Somebody is connecting a channel, until the code comes in or is too old.

    Either they send a code of ours from there: then it is not kept here, and whoever made it gets it back once, in
    `code`. Or they gave an address, and we send a code there: it is kept until it is sent, and they type it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="connecting")
    channel = models.CharField(max_length=20)
    code_fingerprint = models.CharField(max_length=64, unique=True)
    address = EncryptedTextField(blank=True)
    to_send = EncryptedTextField(blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    code = ""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "channel"], name="connecting_once"),
        ]

    def __str__(self) -> str:
        return f"connecting {self.channel} {self.pk}"
