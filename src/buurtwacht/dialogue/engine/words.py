# SPDX-License-Identifier: EUPL-1.2
"""The sentences of telling, in the language that is active now. Short: each may be a text message that costs money."""

from django.utils.translation import gettext as _

from buurtwacht.reports.models import Behaviour

from .model import Choice, Near, Remark, Reply

SHOWN = (
    *(Behaviour.TRIES_DOORS, Behaviour.LOOKS_INSIDE, Behaviour.HIDES, Behaviour.TAKES_PHOTOS),
    *(Behaviour.VIOLENCE, Behaviour.VANDALISM, Behaviour.STRANGE_STORY, Behaviour.WANDERS),
)


def paragraphs(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def ask_called(number: str, *, doubt: bool, again: bool) -> Reply:
    told = {"number": number}
    question = _("Have you called %(number)s?") % told
    first = _("Answer with a number.") if again else _("Is it happening now? Call %(number)s first.") % told
    choices = [Choice("called", _("Yes, I called")), Choice("not_called", _("No, I call now"))]
    if doubt:
        choices.append(Choice("doubt", _("I am in doubt")))
    return Reply(f"{first} {question}", tuple(choices))


def call_now(number: str, script: str) -> Reply:
    first = _("Call %(number)s now. After that, come back here.") % {"number": number}
    return Reply(paragraphs(first, script), (Choice("called", _("I have called")),))


def danger(number: str, script: str) -> Reply:
    first = _("This is dangerous. Call %(number)s now. Stay inside.") % {"number": number}
    return Reply(paragraphs(first, script), (Choice("called", _("I have called")),))


def ask_what(*, again: bool, photo: bool) -> Reply:
    question = _("What do you see? Choose, or say it in your own words.")
    if photo:
        question = _("We have your photo. What does somebody do? Choose, or say it in your own words.")
    if again:
        question = _("Say in a few words what somebody does.")
    return Reply(question, tuple(Choice(f"sign:{one.value}", str(one.label)) for one in SHOWN))


def ask_where(*, again: bool) -> Reply:
    if again:
        return Reply(_("Which street? About right is good enough."))
    return Reply(_("Where is it? Write the street, or send your location."))


def ask_sight(*, again: bool) -> Reply:
    choices = (
        Choice("sight:now", _("Yes, now")),
        Choice("sight:just_gone", _("Just gone")),
        Choice("sight:gone", _("Gone for longer")),
    )
    return Reply(_("Do you still see it?"), choices)


def elsewhere(routes: str) -> Reply:
    first = _("It is over, so neighbours are not alarmed. The police do want to know.")
    choices = (Choice("sight:now", _("It is happening now")), Choice("cancel", _("Stop")))
    return Reply(paragraphs(first, routes), choices)


def no_emergency(routes: str, number: str) -> Reply:
    first = _("Your group has agreed that this is no emergency. So no alarm goes out.")
    question = _("Is somebody in danger, or is it going wrong now? Call %(number)s.") % {"number": number}
    choices = (Choice("safety", _("It is about safety")), Choice("cancel", _("Stop")))
    return Reply(paragraphs(first, routes, question), choices)


def neighbour_told(near: Near, number: str) -> Reply:
    told = _("A neighbour told this at %(time)s: %(words)s") % {"time": near.clock, "words": near.words}
    question = _("Is it the same? Then we add yours to it.")
    choices = (Choice("same", _("Yes, the same")), Choice("different", _("No, something else")))
    return Reply(paragraphs(told, question), choices)


def preview(message: str, share: str, remark: Remark | None, sentence: str, photo_note: str) -> Reply:
    choices = [Choice("more", _("Add something")), Choice("change", _("Change")), Choice("cancel", _("Do not share"))]
    advice = ""
    if remark:
        advice = paragraphs(remark.why, _("Better: %(better)s") % {"better": remark.better} if remark.better else "")
        if remark.better:
            choices.insert(0, Choice("adopt", _("Take over")))
    if not (remark and remark.blocks):
        choices.insert(0, Choice("share", _("Share")))
    first = _("This is what neighbours will read:")
    return Reply(paragraphs(sentence, first, message, photo_note, advice, share), tuple(choices))


def ask_more() -> Reply:
    return Reply(_("Say what more you know: clothing, age, a vehicle, a number plate, the direction. Or send a photo."))


def ask_what_to_change() -> Reply:
    choices = (
        Choice("change:what", _("What happens")),
        Choice("change:where", _("Where it is")),
        Choice("change:sight", _("Still in sight")),
        Choice("change:looks", _("The description")),
    )
    return Reply(_("What is not right?"), choices)


def cancelled(number: str) -> Reply:
    return Reply(
        _("Nothing was shared. Do you see something after all? Call %(number)s, then write here.") % {"number": number}
    )


def something_is_wrong() -> str:
    return _("A neighbour sees something that is not right")


def somewhere(street: str) -> str:
    return _("Near %(street)s") % {"street": street} if street else _("The place is not known yet")
