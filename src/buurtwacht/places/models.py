# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.utils.translation import gettext_lazy as _

from buurtwacht.lib.ids import new_id


class Area(models.Model):
    """A piece of the map with a border: a municipality, a district (wijk) or a neighbourhood (buurt)."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("Municipality")
        DISTRICT = "district", _("District")
        NEIGHBOURHOOD = "neighbourhood", _("Neighbourhood")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=16, choices=Kind)
    code = models.CharField(max_length=40, unique=True)  # the code of the statistics office, such as WK022801
    name = models.CharField(max_length=120)
    country = models.CharField(max_length=2, default="nl")
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="parts")
    border = models.BinaryField()  # WKB (OGC 06-103r4), WGS 84, longitude before latitude
    source = models.CharField(max_length=200, blank=True)  # who to thank, as their licence asks
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class MapVersion(models.Model):
    """One row that gets a new value with every change of an area, from a trigger in the database.

    By it a process knows that the borders in its memory are old, whoever changed them and however.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    value = models.UUIDField()

    def __str__(self) -> str:
        return str(self.value)


class Street(models.Model):
    """A street in an area, with a point to put the pin on when there is no network and no address service."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.ForeignKey(Area, models.CASCADE, related_name="streets")
    name = models.CharField(max_length=120)
    latitude = models.FloatField()
    longitude = models.FloatField()
    line = models.BinaryField(null=True)  # WKB LineString, as above: how the street runs, where we know it

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["area", "name"], name="street_once_per_area")]

    def __str__(self) -> str:
        return self.name


class Landmark(models.Model):
    """Something to find one's way by on the drawn map: a building, a park, water or a footpath."""

    class Kind(models.TextChoices):
        BUILDING = "building", _("Building")
        PARK = "park", _("Park")
        WATER = "water", _("Water")
        PATH = "path", _("Footpath")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.ForeignKey(Area, models.CASCADE, related_name="landmarks")
    kind = models.CharField(max_length=8, choices=Kind)
    name = models.CharField(max_length=120, blank=True)
    shape = models.BinaryField()  # WKB, as above: a surface, or a line for water and paths

    class Meta:
        ordering = ["kind", "pk"]

    def __str__(self) -> str:
        return self.name or self.kind


class Postcode(models.Model):
    """Where a postcode lies, or some of the house numbers in it, from a file that the operator imported."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    country = models.CharField(max_length=2, default="nl")
    code = models.CharField(max_length=8)  # in its one spelling: "6711 AB", "3620"
    street = models.CharField(max_length=120, blank=True)
    town = models.CharField(max_length=120, blank=True)
    first_number = models.PositiveIntegerField(null=True)  # None: all numbers
    last_number = models.PositiveIntegerField(null=True)
    latitude = models.FloatField()
    longitude = models.FloatField()

    class Meta:
        ordering = ["country", "code", "street", "first_number"]
        constraints = [
            models.UniqueConstraint(
                fields=["country", "code", "street", "first_number", "last_number"],
                name="postcode_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=models.Q(first_number=None, last_number=None)
                | models.Q(first_number__lte=models.F("last_number")),
                name="postcode_numbers_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.street}"
