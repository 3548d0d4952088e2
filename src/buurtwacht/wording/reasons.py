# SPDX-License-Identifier: EUPL-1.2
from enum import StrEnum


class Reason(StrEnum):
    """Why a text could be better. Each has an explanation in explanations.py and words in data/."""

    NO_BEHAVIOUR = "no_behaviour"
    NO_PLACE = "no_place"
    NOT_CALLED = "not_called"
    ORIGIN = "origin"
    APPEARANCE_ONLY = "appearance_only"
    SKIN_COLOUR = "skin_colour"  # only where the policy leaves it out of descriptions
    ACCUSATION = "accusation"
    NAMED_NEIGHBOUR = "named_neighbour"
    PURSUIT = "pursuit"
    RALLY = "rally"
    TRAFFIC = "traffic"
    INSULT = "insult"
    DISCUSSION = "discussion"
    OFF_TOPIC = "off_topic"
    MUNICIPAL = "municipal"
    NOT_ACUTE = "not_acute"
    REACTION = "reaction"
    PUBLISH = "publish"
    PLATE = "plate"  # only where the policy keeps plates from the group
    PLATE_SEARCH = "plate_search"
    PHONE_NUMBER = "phone_number"
    HOUSE_NUMBER = "house_number"
    PERSON = "named_person"
    SHOUTING = "shouting"
    MANY_MESSAGES = "many_messages"
    QUESTION_CALLED = "question_called"
