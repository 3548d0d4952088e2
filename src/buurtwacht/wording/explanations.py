# SPDX-License-Identifier: EUPL-1.2
"""For each reason two short sentences: why, and what to do instead. Plain words (B1), no blame."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from .reasons import Reason

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

EXPLANATIONS: "dict[Reason, tuple[_StrPromise, _StrPromise]]" = {
    Reason.MISSING_BEHAVIOUR: (
        _("Neighbours do not know yet what is happening."),
        _("Write what somebody does. For example: tries doors, looks inside, runs away."),
    ),
    Reason.MISSING_PLACE: (
        _("Neighbours do not know where to look."),
        _("Name the street, and a point that everybody knows."),
    ),
    Reason.MISSING_CALL: (
        _("The police only come when somebody calls."),
        _("Call first. Then tell the group at what time you called."),
    ),
    Reason.ORIGIN: (
        _("You cannot see where somebody comes from."),
        _("With clothing and behaviour neighbours recognise the right person."),
    ),
    Reason.APPEARANCE_ONLY: (
        _("How somebody looks does not say what somebody does."),
        _("Write first what happens. Then clothing, height and what the person carries."),
    ),
    Reason.SKIN_COLOUR: (
        _("In this group skin colour is not part of a description."),
        _("Describe clothing, height and what the person carries."),
    ),
    Reason.ACCUSATION: (
        _("We do not know yet whether somebody did something wrong. The police and the judge decide that."),
        _("Write what you saw."),
    ),
    Reason.NAMES_NEIGHBOUR: (
        _("Your neighbours then think that this person did it. That may not be true."),
        _("Tell the name to the police. Write here what happens and where."),
    ),
    Reason.PURSUIT: (
        _("Following or holding somebody is dangerous."),
        _("Stay inside and keep watching from there. Tell the police which way the person goes."),
    ),
    Reason.GATHERING: (
        _("It becomes dangerous when people go there together, also for you."),
        _("Stay inside and put the light on. The police do the rest."),
    ),
    Reason.DRIVING: (
        _("Typing while driving is dangerous and not allowed."),
        _("Stop first, or let somebody else write."),
    ),
    Reason.INSULT: (
        _("These words hurt people, and they do not help to find anybody."),
        _("Write in plain words what you see."),
    ),
    Reason.THREAT: (
        _("A threat makes people afraid, and it is against the law."),
        _("Are you angry or afraid? Let the police do this, and tell your coordinator."),
    ),
    Reason.DISCRIMINATION: (
        _("This brings down a whole group of people. It hurts, and it helps nobody."),
        _("Write only what one person does, here and now."),
    ),
    Reason.ANIMAL: (
        _("Neighbours leave their phone on for alarms only."),
        _("Lost or found an animal? Ask the animal ambulance or a site for lost animals."),
    ),
    Reason.LOST_PROPERTY: (
        _("Neighbours leave their phone on for alarms only."),
        _("Lost or found something? Report it at lost property of the municipality."),
    ),
    Reason.EVENT: (
        _("Neighbours leave their phone on for alarms only."),
        _("Put this in the neighbourhood paper or in another group."),
    ),
    Reason.CHIT_CHAT: (
        _("Every message makes phones ring."),
        _("You do not have to thank anybody. Write only when you know something new."),
    ),
    Reason.DISCUSSION: (
        _("This place is for what happens in the street now."),
        _("Do you have a question or a complaint? Send it to your coordinator."),
    ),
    Reason.OFF_TOPIC: (
        _("Neighbours leave their phone on for alarms only."),
        _("Share this in another way: in person, or in another group."),
    ),
    Reason.MUNICIPAL: (
        _("This is something for the municipality. It is not an alarm."),
        _("Report it to the municipality. They can repair it."),
    ),
    Reason.PAST_EVENT: (
        _("This is over. Neighbours cannot do anything about it now."),
        _("Report it to the police: online, or on the number for when there is no hurry."),
    ),
    Reason.PUBLICATION: (
        _("What is said here stays in the group. Making it public can hurt somebody who did nothing."),
        _("Give photos and number plates to the police only."),
    ),
    Reason.PLATE: (
        _("In this group neighbours do not get number plates."),
        _("Tell the number plate to the police. Write here the colour and the make."),
    ),
    Reason.INVESTIGATION: (
        _("The police find out whose car it is."),
        _("Give the number plate to the police."),
    ),
    Reason.PHONE: (
        _("A phone number in a message stays on many phones."),
        _("Leave the number out. The police already have yours."),
    ),
    Reason.HOUSE_NUMBER: (
        _("This tells where somebody lives, or that nobody is at home."),
        _("Name only the street and a point that everybody knows."),
    ),
    Reason.PERSON: (
        _("A name stays on many phones."),
        _("Leave the name out here. You can tell it to the police."),
    ),
    Reason.SHOUTING: (
        _("Capitals and exclamation marks make people afraid."),
        _("Write it calmly. Then everybody reads it well."),
    ),
    Reason.EMOJI: (
        _("A picture can mean many things, and a voice that reads aloud stumbles over it."),
        _("Write it in words."),
    ),
    Reason.MANY_MESSAGES: (
        _("With many short messages nobody sees any more what is new."),
        _("Put what you know into one message."),
    ),
    Reason.QUESTION_CALLED: (
        _("If everybody asks this, everybody will call."),
        _("The top of the report says whether somebody called. Nobody yet? Then call yourself."),
    ),
}
