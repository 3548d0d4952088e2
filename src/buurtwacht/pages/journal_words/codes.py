# SPDX-License-Identifier: EUPL-1.2
"""The codes that stand as facts, in words: those of a choice somewhere as that choice is called there."""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from buurtwacht.alerts.models import Relay
from buurtwacht.dossiers.models import Dossier
from buurtwacht.enrolment.models import Acceptance, AddressProof, Application, Departure, Invitation
from buurtwacht.enrolment.models.checks import Verdict
from buurtwacht.groups.models import Membership, Organisation, OrganisationRole, WatchGroup
from buurtwacht.groups.models.info import InfoNote
from buurtwacht.moderation.models import Appeal, Case, CaseAdvice, Flag, LeakLook, Measure
from buurtwacht.moderation.models.flags import Nudge
from buurtwacht.outreach.models import ContactMessage, RightsRequest, Section
from buurtwacht.places.models import Area, Landmark
from buurtwacht.reports.models import Entry, Photo, Report

Words = str | Promise

# By what a line is about and the name of the fact; where the same name means the same everywhere, by the name alone.
CHOICES: dict[str, tuple[type[TextChoices], ...]] = {
    "acceptance.kind": (Acceptance.Kind,),
    "appeal.kind": (Measure.Kind,),
    "appeal.verdict": (Appeal.Verdict,),
    "application.way": (Acceptance.Way,),
    "areas.kind": (Area.Kind,),
    "case.outcome": (Case.Outcome,),
    "case.role": (CaseAdvice.Role,),
    "desk": (Case.Desk, ContactMessage.Desk),
    "dossier.change": (Dossier.Change,),
    "entry.kind": (Entry.Kind,),
    "flag.outcome": (Flag.Outcome,),
    "flag.reason": (Flag.Reason,),
    "info.role": (InfoNote.Role,),
    "invitation.way": (Invitation.Way,),
    "landmark.kind": (Landmark.Kind,),
    "leak.reason": (LeakLook.Reason,),
    "measure.kind": (Measure.Kind,),
    "member.reason": (Departure.Reason,),
    "nudge.answer": (Nudge.Answer,),
    "organisation.kind": (Organisation.Kind,),
    "photo.reason": (Photo.Refusal,),
    "relay.answer": (Relay.Answer,),
    "report.reason": (Report.CloseReason,),
    "request.kind": (RightsRequest.Kind,),
    "request.outcome": (RightsRequest.Outcome,),
    "residence.way": (AddressProof.Way,),
    "role": (Membership.Role, OrganisationRole.Role, Entry.Role),
    "section": (Section,),
    "source": (Application.Source,),
    "status": (WatchGroup.Status, Application.Status),
    "before": (WatchGroup.Status, Application.Status),
    "after": (WatchGroup.Status,),
    "verdict": (Verdict,),
}

# Codes that are no choice of a model.
CODES: dict[str, Words] = {
    "accusation": pgettext_lazy("journal", "an accusation"),
    "address": pgettext_lazy("journal", "address"),
    "advice": pgettext_lazy("journal", "advice"),
    "ban": pgettext_lazy("journal", "ban"),
    "call": pgettext_lazy("journal", "call first"),
    "dangerous": pgettext_lazy("journal", "it is dangerous"),
    "email": pgettext_lazy("journal", "mail address"),
    "false_alarm": pgettext_lazy("journal", "false alarm"),
    "family_name": pgettext_lazy("journal", "family name"),
    "first_name": pgettext_lazy("journal", "first name"),
    "hurts": pgettext_lazy("journal", "it hurts somebody"),
    "lifted": pgettext_lazy("journal", "ended by administrators"),
    "looks_only": pgettext_lazy("journal", "only about looks"),
    "mark": pgettext_lazy("journal", "mark of a page"),
    "name": pgettext_lazy("journal", "name"),
    "neighbour_named": pgettext_lazy("journal", "a neighbour is named"),
    "not_for_here": pgettext_lazy("journal", "it does not belong here"),
    "number": pgettext_lazy("journal", "national number"),
    "overturned": pgettext_lazy("journal", "taken back"),
    "phone": pgettext_lazy("journal", "phone number"),
    "raise": pgettext_lazy("journal", "alarm raised"),
    "share": pgettext_lazy("journal", "shared"),
    "shortened": pgettext_lazy("journal", "made shorter"),
    "untrue": pgettext_lazy("journal", "it is not true"),
}


def code_words(noun: str, name: str, code: str) -> str:
    """What a code means as this fact beside a line about this; of one that nobody knows any more, the code itself."""
    for choices in CHOICES.get(f"{noun}.{name}") or CHOICES.get(name, ()):
        if code in choices.values:
            return str(choices(code).label)
    return str(CODES.get(code, code))
