# SPDX-License-Identifier: EUPL-1.2
"""Which house rule a remark of the wording check is about: the same rule in the hint and in what a case is named by."""

from buurtwacht.wording.reasons import Reason

_TALK = "purpose"
_WORDS = "words"
_NEIGHBOUR = "privacy relevant words"
_POLICE_TASK = "no_judge no_judge_driving no_patrol approach"
_PURSUIT = "no_patrol no_judge no_judge_driving approach"
_LOOKS = "skin_colour words"
_CALL = "call_first call_and_say police_on_call initiative"
_CALLED = "one_caller tell_called short call_first call_and_say"

# The nearest rule first; a group has the first one that stands in its list. A name is a rule, or the setting that the
# rule depends on (house_rules.py). A source that has none of them has no rule about it.
BELONGS: dict[Reason, str] = {
    Reason.INSULT: _WORDS,
    Reason.THREAT: _WORDS,
    Reason.DISCRIMINATION: _WORDS,
    Reason.ORIGIN: f"{_WORDS} skin_colour",
    Reason.APPEARANCE_ONLY: _LOOKS,
    Reason.SKIN_COLOUR: _LOOKS,
    Reason.ACCUSATION: _WORDS,
    Reason.NAMES_NEIGHBOUR: _NEIGHBOUR,
    Reason.PERSON: _NEIGHBOUR,
    Reason.HOUSE_NUMBER: _NEIGHBOUR,
    Reason.GATHERING: _POLICE_TASK,
    Reason.PURSUIT: _PURSUIT,
    Reason.DRIVING: "no_judge_driving no_judge",
    Reason.PUBLICATION: "keep_here keep_here_law privacy",
    Reason.INVESTIGATION: _POLICE_TASK,
    Reason.CHIT_CHAT: _TALK,
    Reason.DISCUSSION: "no_discussion questions purpose",
    Reason.OFF_TOPIC: _TALK,
    Reason.MANY_MESSAGES: "short purpose",
    Reason.EMOJI: _TALK,
    Reason.SHOUTING: "words short relevant",
    Reason.PAST_EVENT: "current_only relevant purpose",
    Reason.MUNICIPAL: _TALK,
    Reason.ANIMAL: _TALK,
    Reason.LOST_PROPERTY: _TALK,
    Reason.EVENT: _TALK,
    Reason.MISSING_CALL: _CALL,
    Reason.QUESTION_CALLED: _CALLED,
    Reason.MISSING_BEHAVIOUR: "skin_colour relevant",
    Reason.MISSING_PLACE: "then_tell relevant skin_colour",
    Reason.PLATE: "plate privacy",
    Reason.PHONE: "privacy",
}
