# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.groups.models import WatchGroup
from buurtwacht.lib.ids import new_id


class Invitation(models.Model):
    """A way into a group for the neighbours of one street: a link, a QR code or a letter through the door (R041, R068).

    Only counts are kept. Who opened it nobody knows; who applied by it stands with the application.
    """

    class Way(models.TextChoices):
        LINK = "link", _("Link")
        LETTER = "letter", _("Letter")
        POSTER = "poster", _("Poster")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(WatchGroup, models.CASCADE, related_name="invitations")
    code = models.CharField(max_length=12, unique=True)  # short enough to type from a letter
    way = models.CharField(max_length=8, choices=Way, default=Way.LINK)
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

    def __str__(self) -> str:
        return self.code
