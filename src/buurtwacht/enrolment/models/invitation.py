# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import Membership, WatchGroup
from buurtwacht.lib.ids import new_id


class Invitation(models.Model):
    """A way into a group: for a street, for a medium, or of one member who rings bells (R041, R067, R068).

    Only counts are kept. Who opened it nobody knows; who applied by it stands with the application.
    """

    class Way(models.TextChoices):
        LINK = "link", _("Link")
        LETTER = "letter", _("Letter")
        POSTER = "poster", _("Poster")
        SOCIAL = "social", _("Social media")
        NEWSPAPER = "newspaper", _("Local paper")
        DOOR = "door", _("At the door")  # the code of one member, who rings bells

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="invitations")
    code = models.CharField(max_length=12, unique=True)  # short enough to type from a letter
    way = models.CharField(max_length=9, choices=Way, default=Way.LINK)
    ringer = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")  # who rings bells with it
    street = models.CharField(max_length=120, blank=True)
    letters = models.PositiveIntegerField(default=0)  # how many went through doors
    opened = models.PositiveIntegerField(default=0)
    applied = models.PositiveIntegerField(default=0)  # counted here, since an application is forgotten after a while
    joined = models.PositiveIntegerField(default=0)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]
        constraints = [
            models.UniqueConstraint(fields=["ringer"], condition=Q(ended_at=None), name="invitation_one_per_ringer"),
        ]

    def __str__(self) -> str:
        return self.code
