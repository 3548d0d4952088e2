# SPDX-License-Identifier: EUPL-1.2
"""The sentences of answers to an alert, in the language that is active now."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from buurtwacht.dialogue.understanding import Response

from .model import Choice, Remark, Reply
from .words import paragraphs

if TYPE_CHECKING:
    from .about import About


def acknowledged(response: str, about: "About") -> Reply:
    thanks = {
        Response.WATCHING: _("Noted: you watch from home. Stay inside."),
        Response.TWO: _("Noted: the two of you can come. Wait until you are asked."),
        Response.CANNOT: _("Noted. You need not do anything."),
    }.get(Response(response), _("Noted: seen."))
    more = _("Do you see something? Write it here: what, where, which way.")
    return Reply(f"{thanks} {more}", can_be_missed=True)


def what_to_answer(about: "About") -> Reply:
    told = _("About %(words)s (%(time)s):") % {"words": about.words, "time": about.clock}
    return Reply(
        f"{told} " + _("answer SEEN, or write what you see: what, where, which way. POLICE when they are there.")
    )


def police_noted() -> Reply:
    return Reply(_("Noted: the police are there. All neighbours hear it. From now on only what you see now."))


def call_noted(number: str) -> Reply:
    return Reply(_("Noted: %(number)s was called. All neighbours hear it.") % {"number": number})


def passed_on() -> Reply:
    return Reply(_("Passed on to the neighbours. Thank you."), can_be_missed=True)


def ask_call_news(number: str) -> Reply:
    question = _("%(number)s was called already. What did you tell them that was new?") % {"number": number}
    return Reply(question, (Choice("drop", _("Nothing new")),))


def ask_ending() -> Reply:
    choices = (
        Choice("false_alarm", _("Nothing was wrong")),
        Choice("mistake", _("Reported by mistake")),
        Choice("drop", _("No, it goes on")),
    )
    return Reply(_("Shall we end the report? All who were alerted hear it, and the description is erased."), choices)


def ask_closing() -> Reply:
    choices = (
        Choice("close:police_dealt", _("The police have been")),
        Choice("close:nothing_more", _("Nothing more to see")),
        Choice("close:false_alarm", _("False alarm")),
        Choice("drop", _("No, it goes on")),
    )
    return Reply(_("Why does the report end? Everybody gets one closing message."), choices)


def ask_decision(about: "About") -> Reply:
    return Reply(_("What do you answer to: %(words)s?") % {"words": about.words}, about.waits_for)


def decided() -> Reply:
    return Reply(_("Your answer has been passed on."))


def closed() -> Reply:
    return Reply(_("The report is closed. Everybody who was alerted hears it."))


def false_alarm_told() -> Reply:
    return Reply(_("False alarm. Everybody hears it, and the description has been erased. Good that you called."))


def withdrawn() -> Reply:
    return Reply(_("The report was withdrawn. Everybody hears it, and the description has been erased."))


def goes_on() -> Reply:
    return Reply(_("The report goes on."))


def not_sent() -> Reply:
    return Reply(_("Nothing was sent on."))


def with_photo(reply: Reply, note: str) -> Reply:
    """Their words went on, and the photo with them: `note` says where photos go first."""
    return replace(reply, text=f"{reply.text} {note}", can_be_missed=False)


def ask_what_it_shows(reply: Reply | None) -> Reply:
    """A photo is never sent without words."""
    question = _("Say in words what your photo shows. Then it goes along.")
    return Reply(f"{reply.text}\n\n{question}" if reply else question)


def ask_correction() -> Reply:
    question = _("What is not right? Write it as it should be, for example: “correction: Merelweg 40”.")
    return Reply(question, (Choice("drop", _("Do not send")),))


def cannot_stand_there(remark: Remark) -> Reply:
    better = _("Better: %(better)s") % {"better": remark.better} if remark.better else ""
    return Reply(paragraphs(_("This was not sent on."), remark.why, better), (Choice("drop", _("Do not send")),))


def corrected_preview(preview: str, remarks: Sequence[Remark]) -> Reply:
    first = _("This takes the place of what was told, and everybody who was alerted reads it:")
    choices = (Choice("correct", _("Send the correction")), Choice("drop", _("Do not send")))
    return Reply(paragraphs(first, preview, remarks[0].why if remarks else ""), choices)


def corrected() -> Reply:
    return Reply(_("Corrected. Everybody who was alerted reads it now."))


def not_like_this(remark: Remark) -> Reply:
    better = _("Better: %(better)s") % {"better": remark.better} if remark.better else ""
    choices = [Choice("adopt", _("Send it like this"))] if remark.better else []
    choices.append(Choice("drop", _("Do not send")))
    return Reply(paragraphs(_("This was not sent on."), remark.why, better), tuple(choices))


def could_be_better(remark: Remark) -> Reply:
    better = _("Better: %(better)s") % {"better": remark.better}
    choices = (
        Choice("adopt", _("Take over")),
        Choice("send", _("Send as it is")),
        Choice("drop", _("Do not send")),
    )
    return Reply(paragraphs(remark.why, better), choices)


def only_safety(is_thanks: bool, remarks: Sequence[Remark]) -> Reply:
    why = remarks[0].why if remarks and not is_thanks else ""
    first = _("That is kind. We do not send it on, so that phones ring for safety only.")
    if not is_thanks:
        first = _("We did not send this on yet: neighbours only get what they can do something with.")
    choices = (Choice("send", _("It is about safety")), Choice("drop", _("Do not send")))
    return Reply(paragraphs(first, why), choices)
