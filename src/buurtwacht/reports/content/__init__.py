# SPDX-License-Identifier: EUPL-1.2
"""What an entry says: the shape of `Entry.content`, and who gets which part of it."""

from .cards import PersonCard, VehicleCard
from .model import Content, Location, PhotoSeal
from .rules import filtered
from .seal import own_words, read, unseal

__all__ = ["Content", "Location", "PersonCard", "PhotoSeal", "VehicleCard", "filtered", "own_words", "read", "unseal"]
