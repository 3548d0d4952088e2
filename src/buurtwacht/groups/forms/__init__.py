# SPDX-License-Identifier: EUPL-1.2
"""The forms by which a group is made, run and handed on."""

from .coordinate import AppointForm, TurnForm
from .found import CoordinatorForm, PlaceForm, RulesForm
from .hand_on import OfferForm, SplitForm
from .log import NoteForm, StepsForm
from .plan import PlanForm, StoryForm
from .rooms import NewRoomForm, RoomForm

__all__ = [
    "AppointForm",
    "CoordinatorForm",
    "NewRoomForm",
    "NoteForm",
    "OfferForm",
    "PlaceForm",
    "PlanForm",
    "RoomForm",
    "RulesForm",
    "SplitForm",
    "StepsForm",
    "StoryForm",
    "TurnForm",
]
