# SPDX-License-Identifier: EUPL-1.2
"""What we say when nothing is going on: to members, to who just joined us here, to who left, and to strangers."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from .model import Choice, Reply
from .words import paragraphs


def menu(number: str, questions: str = "") -> Reply:
    """`questions` is the page on which somebody who seems to ask something can ask the coordinator."""
    told = {"number": number}
    first = _(
        "Do you see something suspicious now? Call %(number)s first. After that, write here what you see and where."
    )
    ask = _("A question for your coordinator? Ask it on %(page)s") % {"page": questions} if questions else ""
    return Reply(
        paragraphs(first % told, ask),
        (Choice("report", _("I see something")), Choice("help", _("How does this work?"))),
    )


def how_it_works(number: str) -> Reply:
    told = {"number": number}
    return Reply(
        paragraphs(
            _("Call %(number)s first. Then write in one message what you see, where, and when you called. Like this:")
            % told,
            _("“%(number)s called 21:14. Man tries gates, Merelweg. Dark coat.”") % told,
            _("After an alert: SEEN, or what you see yourself. STOP: no more messages here. START: messages again."),
        )
    )


def go_on_telling(reply: Reply) -> Reply:
    """They answered something else in the middle of telling."""
    return Reply(f"{reply.text}\n\n" + _("Your own report is not shared yet: go on where you were."))


def kind_words() -> Reply:
    return Reply(_("You are welcome. We stay silent until there is something."), can_be_missed=True)


def welcome(name: str, number: str) -> Reply:
    told = {"name": name, "number": number}
    return Reply(
        paragraphs(
            _("Welcome %(name)s. From now on you get alerts of your neighbourhood here.") % told,
            _("Do you see something suspicious? Call %(number)s first, then write here what you see and where.") % told,
            _("Answer an alert with SEEN, or write what you see. HELP explains. STOP ends the messages."),
        )
    )


def room_welcome(group: str, number: str) -> Reply:
    told = {"group": group, "number": number}
    first = _("From now on %(group)s hears its alerts here. Who is in this room sees who else is.") % told
    return Reply(f"{first} " + _("In an emergency, call %(number)s.") % told)


def stopped() -> Reply:
    return Reply(_("You get no messages here any more. Do you want them again? Write START."))


def started(number: str) -> Reply:
    return Reply(_("You get messages here again. In an emergency, call %(number)s.") % {"number": number})


def stop_asked(number: str) -> Reply:
    first = _("Nothing was shared. Do you see something after all? Call %(number)s.") % {"number": number}
    return Reply(f"{first} " + _("No messages here any more at all? Write STOP once more."))


def stranger(number: str, site: str) -> Reply:
    return Reply(
        paragraphs(
            _("We do not know this address, so we cannot do anything with your message. Emergency? Call %(number)s.")
            % {"number": number},
            _("Do you take part in a neighbourhood group? Connect this way under “My phone” on %(site)s.")
            % {"site": site},
        )
    )


def room_stranger(number: str, site: str) -> Reply:
    return Reply(
        _("We know who writes here only after connecting, under “My phone” on %(site)s. Emergency? Call %(number)s.")
        % {"number": number, "site": site}
    )


def without_group(site: str) -> Reply:
    return Reply(_("You are not in a group now. On %(site)s you find the group of your street.") % {"site": site})


def which_group(groups: Sequence[tuple[str, str]]) -> Reply:
    return Reply(_("In which group?"), tuple(Choice(f"group:{code}", name) for code, name in groups))


def which_report(reports: Sequence[tuple[str, str]], *, again: bool) -> Reply:
    choices = (*(Choice(f"about:{code}", name) for code, name in reports), Choice("report", _("Something new")))
    first = _("Answer with a number.") + " " if again else ""
    return Reply(first + _("About which report?"), choices)


def cannot_hear() -> Reply:
    return Reply(_("We cannot listen to voice messages or look at films. Please type what you see, and where."))


def changed() -> Reply:
    return Reply(
        _("You changed an earlier message. We do not see such changes. Write what is different as a new message.")
    )


def erased(*, shared: bool) -> Reply:
    if shared:
        return Reply(
            _("You erased a message, but neighbours have had it already. Was it not right? Write what is different.")
        )
    return Reply(_("You erased a message. Write STOP to throw away what you told, or go on."))


def expired(number: str) -> Reply:
    return Reply(
        _("Your report was not shared. What you wrote has been erased. Still there? Call %(number)s, then write again.")
        % {"number": number}
    )


def shared(count: str, safety: str, number: str, *, in_doubt: bool) -> Reply:
    call = _("Nobody answers, or it gets worse? Call %(number)s.") % {"number": number} if in_doubt else ""
    more = _("Write here what more you see. POLICE when they are there. FALSE ALARM when nothing was wrong.")
    return Reply(paragraphs(f"{count} {safety}".strip(), call, more))


def added_to_neighbour() -> Reply:
    return Reply(_("Added to the report of your neighbour. Thank you. Write here what more you see."))
