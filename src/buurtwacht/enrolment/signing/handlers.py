# SPDX-License-Identifier: EUPL-1.2
from uuid import UUID

from buurtwacht.enrolment.models import Application
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.services import start_if_ready
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import on

from . import mails, services


@on("application.step_done")
def mail_the_copy(line: Line) -> None:
    """As soon as it is signed and the address is proven, whichever came last."""
    last = {"sign": ("signed_at", "email_proven_at"), "email": ("email_proven_at", "signed_at")}
    if line.facts["step"] not in last:
        return
    application = _application(line)
    done, before = last[line.facts["step"]]
    if application is None or (earlier := getattr(application, before)) is None:
        return
    if earlier <= getattr(application, done) and application.status != Application.Status.WITHDRAWN:
        mails.send_copy(application)


@on("application.step_done")
def ask_the_parent(line: Line) -> None:
    """One mail, by the line of whatever was done last: the others may be handled later."""
    application = _application(line)
    if application and application.guardian_email and step_of(application) is Step.GUARDIAN:
        done = {step.name.lower(): getattr(application, step.value) for step in (Step.EMAIL, Step.PHONE, Step.SIGN)}
        last = max((name for name in done if done[name]), key=lambda name: done[name], default="")
        if line.facts["step"] == last:
            mails.ask_guardian(application)


@on("application.guardian_asked")
def ask_the_parent_again(line: Line) -> None:
    """Unless they answered in the meantime."""
    application = _application(line)
    if application and application.guardian_email and step_of(application) is Step.GUARDIAN:
        mails.ask_guardian(application)


@on("confidentiality.signed")
def start_what_waited_for_it(line: Line) -> None:
    """A group that is being formed may have waited for this signature only."""
    group = WatchGroup.objects.filter(pk=line.facts["group"], status=WatchGroup.Status.FORMING).first()
    if group:
        start_if_ready(group)


@on("group.settings_changed")
def note_what_is_asked_again(line: Line) -> None:
    """That settings changed members hear from their group; here only what has to be agreed to again is noted."""
    group = WatchGroup.objects.filter(pk=line.subject_id).first()
    if group:
        services.announce_changes(group, tell=False)


@on("member.left")
def begin_the_year_of_evidence(line: Line) -> None:
    services.end_evidence(UUID(line.facts["person"]), UUID(line.facts["group"]), line.at)


@on("member.regrouped")
def take_papers_along(line: Line) -> None:
    """A group was split: nobody has to agree again to what has not changed."""
    person, before, after = (UUID(str(line.facts[name])) for name in ("person", "before", "group"))
    services.follow_group(person, before=before, after=after)


def _application(line: Line) -> Application | None:
    rows = Application.objects.select_related("group__organisation", "person")
    return rows.filter(pk=line.subject_id).first()
