# SPDX-License-Identifier: EUPL-1.2
"""Why a text could be better: what the command says, and the finer reasons under which the advice differs."""

from enum import StrEnum


class Reason(StrEnum):
    """Each has an explanation in explanations.py and, where words tell it, a list of its name in data/."""

    INSULT = "insult"
    THREAT = "threat"
    DISCRIMINATION = "discrimination"  # a whole group of people brought down
    ORIGIN = "origin"
    APPEARANCE_ONLY = "appearance_only"
    SKIN_COLOUR = "skin_colour"  # only where the policy leaves it out of descriptions
    ACCUSATION = "accusation"
    NAMES_NEIGHBOUR = "names_neighbour"
    PERSON = "named_person"
    HOUSE_NUMBER = "house_number"
    GATHERING = "gathering"
    PURSUIT = "pursuit"
    DRIVING = "driving"
    PUBLICATION = "publication"
    INVESTIGATION = "investigation"
    CHIT_CHAT = "chit_chat"
    DISCUSSION = "discussion"
    OFF_TOPIC = "off_topic"
    MANY_MESSAGES = "many_messages"
    EMOJI = "emoji"
    SHOUTING = "shouting"
    PAST_EVENT = "past_event"
    MUNICIPAL = "municipal"
    ANIMAL = "animal"
    LOST_PROPERTY = "lost_property"
    EVENT = "event"
    MISSING_CALL = "missing_call"
    QUESTION_CALLED = "question_called"
    MISSING_BEHAVIOUR = "missing_behaviour"
    MISSING_PLACE = "missing_place"
    PLATE = "plate"  # only where the policy keeps plates from the group
    PHONE = "phone"

    @property
    def public(self) -> "Reason":
        """The reason under which the command names it."""
        return _BROADER.get(self, self)


_BROADER = {
    Reason.THREAT: Reason.INSULT,
    Reason.ORIGIN: Reason.DISCRIMINATION,
    Reason.APPEARANCE_ONLY: Reason.DISCRIMINATION,
    Reason.SKIN_COLOUR: Reason.DISCRIMINATION,
    Reason.PERSON: Reason.NAMES_NEIGHBOUR,
    Reason.HOUSE_NUMBER: Reason.NAMES_NEIGHBOUR,
    Reason.DISCUSSION: Reason.CHIT_CHAT,
    Reason.OFF_TOPIC: Reason.CHIT_CHAT,
    Reason.MANY_MESSAGES: Reason.CHIT_CHAT,
    Reason.ANIMAL: Reason.MUNICIPAL,
    Reason.LOST_PROPERTY: Reason.MUNICIPAL,
    Reason.EVENT: Reason.MUNICIPAL,
    Reason.QUESTION_CALLED: Reason.MISSING_CALL,
}
PUBLIC = frozenset(reason.public for reason in Reason)
# What is said about people; the other reasons are about what a message lacks or where it belongs.
ABOUT_PEOPLE = frozenset(
    (
        *(Reason.INSULT, Reason.THREAT, Reason.DISCRIMINATION, Reason.ORIGIN, Reason.APPEARANCE_ONLY),
        *(Reason.ACCUSATION, Reason.NAMES_NEIGHBOUR, Reason.PERSON, Reason.HOUSE_NUMBER),
    )
)

# What a text is about that does not belong in a group for safety, among the reasons that the command names (R141).
NOT_FOR_HERE = frozenset((Reason.CHIT_CHAT, Reason.EMOJI, Reason.MUNICIPAL, Reason.PAST_EVENT))
