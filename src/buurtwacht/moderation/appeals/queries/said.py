# SPDX-License-Identifier: EUPL-1.2
"""Sentences about a measure for the member: who decided it, and what they can still do. Pure."""

from django.utils.translation import gettext as _

from buurtwacht.moderation.ladder import Decider, Kind


def decided_by(decider: str, people: int) -> str:
    """How many people decided, and in which role."""
    if decider == Decider.POLICE_CHIEF:
        return _("The chief of police signed this.")
    if decider == Decider.MUNICIPALITY:
        return _("Who answers for the organisation decided this.")
    if people > 1:
        return _("Two people decided this together, each on their own.")
    return _("One administrator decided this.")


def what_remains(kind: str) -> str:
    """What somebody can do and read while this measure holds. An emergency call is never held back."""
    if kind in (Kind.SUSPENSION, Kind.PROSECUTOR):
        read = _("You read everything and are warned as before, but you do not write.")
        return f"{read} {_('When you raise the alarm, it goes first to a coordinator.')}"
    if kind == Kind.REMOVAL:
        gone = _("This group no longer warns you, and you do not read its reports.")
        return f"{gone} {_('After the last day you can apply again.')}"
    if kind == Kind.ENDING:
        return f"{_('This group no longer warns you, and you do not read its reports.')} {_('You can apply again.')}"
    if kind == Kind.RELIEF:
        return _("You take part as a member. You do not coordinate any more.")
    return _("You take part as before.")
