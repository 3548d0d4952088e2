# SPDX-License-Identifier: EUPL-1.2
"""The answers to choose from on the cards. About right is good enough, so there are few."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Sex(models.TextChoices):
    """As it was seen, no more than that."""

    UNKNOWN = "", _("I do not know")
    MAN = "man", _("Man")
    WOMAN = "woman", _("Woman")


class Age(models.TextChoices):
    UNKNOWN = "", _("Not seen")
    CHILD = "child", _("Child")
    TEENAGER = "teenager", _("Teenager")
    TWENTY = "20", _("20 years")
    THIRTY = "30", _("30 years")
    FORTY_FIVE = "45", _("45 years")
    SIXTY = "60", _("60 or older")


class Height(models.TextChoices):
    UNKNOWN = "", _("Not seen")
    M160 = "160", _("1.60 m")
    M170 = "170", _("1.70 m")
    M180 = "180", _("1.80 m")
    TALLER = "taller", _("Taller")


class Build(models.TextChoices):
    UNKNOWN = "", _("I do not know")
    SLIM = "slim", _("Slim")
    NORMAL = "normal", pgettext_lazy("build of a person", "Normal")
    STURDY = "sturdy", _("Sturdy")


class Alone(models.TextChoices):
    UNKNOWN = "", _("Not seen")
    ALONE = "alone", _("Alone")
    TOGETHER = "together", _("With others")


class SkinColour(models.TextChoices):
    """Neutral words only, and never the only thing told (C9)."""

    UNKNOWN = "", _("Not told")
    LIGHT = "light", pgettext_lazy("skin colour", "Light")
    MEDIUM = "medium", pgettext_lazy("skin colour", "Medium")
    DARK = "dark", pgettext_lazy("skin colour", "Dark")


class VehicleKind(models.TextChoices):
    UNKNOWN = "", _("I do not know")
    BICYCLE = "bicycle", _("Bicycle")
    SCOOTER = "scooter", _("Scooter")
    MOTORCYCLE = "motorcycle", _("Motorcycle")
    CAR = "car", _("Car")
    VAN = "van", _("Van")
    LORRY = "lorry", _("Lorry")


class Danger(models.TextChoices):
    """What the operator must know first (call card)."""

    WEAPON = "weapon", _("Weapon")
    WOUNDED = "wounded", _("Somebody is hurt")
    BOTH = "both", _("A weapon, and somebody is hurt")
