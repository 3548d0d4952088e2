# SPDX-License-Identifier: EUPL-1.2
"""What the site of an organisation says from the first minute: made of the rules that it has, in every language."""

import re
from collections.abc import Iterator

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from buurtwacht.groups.models import Organisation
from buurtwacht.policy.model import Doubt, Policy, Vetting

from .models import Section
from .queries import policy_of

_GAPS = re.compile(r"\n{3,}")
_NUMBERED = re.compile(r"^\d\. ", re.M)


def default_body(organisation: Organisation, section: str, language: str) -> str:
    """The words of a page that nobody changed, as Markdown."""
    context = {"organisation": organisation, "policy": policy_of(organisation)}
    with override(language):
        text = render_to_string(f"outreach/texts/{section}.txt", context)
    return _numbered(_GAPS.sub("\n\n", text).strip())


def default_questions(organisation: Organisation, section: str, language: str) -> list[dict[str, str]]:
    """Questions that visitors ask everywhere; only for the page of questions."""
    if section != Section.QUESTIONS:
        return []
    with override(language):
        pairs = list(_pairs(organisation, policy_of(organisation)))
    return [{"question": question, "answer": answer} for question, answer in pairs]


def _numbered(text: str) -> str:
    """Steps that a policy leaves out leave no hole in the count."""
    number = iter(range(1, 1000))
    return _NUMBERED.sub(lambda _found: f"{next(number)}. ", text)


def _pairs(organisation: Organisation, policy: Policy) -> Iterator[tuple[str, str]]:
    yield (
        _("Do I need WhatsApp or an app?"),
        _("No. You use this site on your phone or computer. Messages come from the site itself, or by mail."),
    )
    yield (
        _("Do neighbours see my phone number?"),
        _("No. They see your first name and your street. The coordinator sees more, and has promised to keep it."),
    )
    yield (
        _("Do the police read along?"),
        _("No. Therefore always call %(number)s first. What you report here, the police do not see by themselves.")
        % {"number": policy.emergency_number},
    )
    if policy.vetting == Vetting.POLICE:
        yield (
            _("Why do the police check who joins?"),
            _("So that neighbours can trust each other. The police tell the group yes or no, and never why."),
        )
    yield _("What if I am not sure?"), _doubt(policy)
    yield (
        _("I have no smartphone. Can I take part?"),
        _("Yes. You get messages by mail. Or a neighbour tells you what is going on: ask your coordinator."),
    )
    yield (
        _("May I send a message on to others?"),
        _("No. What is said in the group stays in the group, and nothing of it goes on social media."),
    )
    yield (
        _("What does it cost?"),
        _("Nothing. The program is free and open, and %(name)s or the neighbours themselves look after it.")
        % {"name": organisation.name},
    )
    yield (
        _("There is no group in my neighbourhood. What now?"),
        _("Start one, with a few neighbours: [this is how it goes](%(path)s). Nobody has to give permission.")
        % {"path": "/groep-starten/"},
    )
    yield (
        _("How do I stop?"),
        _("With one button on your own page. Within thirty days your data are deleted."),
    )


def _doubt(policy: Policy) -> str:
    if policy.doubt == Doubt.OFF:
        return _("Call %(number)s all the same: they would rather come once too often.") % {
            "number": policy.emergency_number
        }
    if policy.doubt == Doubt.COORDINATOR_FIRST:
        return _("Then you can ask the coordinator first. Does it look serious? Call %(number)s.") % {
            "number": policy.emergency_number
        }
    return _("Then you can ask your neighbours whether they see it too. Does it look serious? Call %(number)s.") % {
        "number": policy.emergency_number
    }
