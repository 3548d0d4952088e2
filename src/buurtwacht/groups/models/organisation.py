# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.ids import new_id


class Organisation(models.Model):
    """Who stands behind groups: a municipality, a police zone, an association or a neighbourhood team."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality")
        POLICE_ZONE = "police_zone", _("Police zone")
        ASSOCIATION = "association", _("Association")
        TEAM = "team", _("Neighbourhood team")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=16, choices=Kind, default=Kind.MUNICIPALITY)
    language = models.CharField(max_length=8, default="nl")  # the language of its groups: nl or nl-be
    time_zone = models.CharField(max_length=40, default="Europe/Amsterdam")
    police_name = models.CharField(max_length=120, blank=True)  # how the police desk is called: "Basisteam Ede"
    police_mailbox = models.EmailField(blank=True)  # where dossiers go
    police_code_mailbox = models.EmailField(blank=True)  # where the code goes, apart from the link
    breach_mailbox = models.EmailField(blank=True)  # whom to tell of a possible data breach, at any hour
    municipal_report_url = models.URLField(blank=True)  # where its town takes reports about loose tiles or rubbish
    municipal_number = models.CharField(max_length=30, blank=True)
    created_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OrganisationRole(models.Model):
    """What a person may do for an organisation: police officer, municipal official, or auditor."""

    class Role(models.TextChoices):
        OFFICER = "officer", _("Police officer")
        OFFICIAL = "official", _("Municipal official")
        AUDITOR = "auditor", _("Auditor")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="roles")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="organisation_roles")
    role = models.CharField(max_length=12, choices=Role)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "person", "role"], name="organisation_role_once"),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.person_id}"
