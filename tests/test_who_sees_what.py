# SPDX-License-Identifier: EUPL-1.2
"""Every URL against every role. A new URL must choose who may see it, or this fails."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from buurtwacht.alerts.models import Relay
from buurtwacht.channels.email.addresses import MAIL_OFF
from buurtwacht.delivery.models import Delivery
from buurtwacht.dossiers.mails import OPEN, OUTCOME
from buurtwacht.dossiers.services import begin_dossier, hand_over_dossier
from buurtwacht.dossiers.tests.support import make_closed_report
from buurtwacht.enrolment.applying.access import MAIL_PROOF
from buurtwacht.enrolment.links import APPLICANT, CONSENT, GUARDIAN
from buurtwacht.enrolment.members.services import start_import
from buurtwacht.enrolment.models import Renewal
from buurtwacht.enrolment.rulebook.services import add_rule, publish_rules
from buurtwacht.enrolment.signing.texts.own import Wording
from buurtwacht.enrolment.staying.links import renewal_token
from buurtwacht.enrolment.tests.support import make_application
from buurtwacht.enrolment.welcome.services import make_invitation
from buurtwacht.groups.queries import membership_in
from buurtwacht.lib.ids import new_id
from buurtwacht.lib.links import link_token
from buurtwacht.moderation.cases.services import escalate, open_case, propose_measure
from buurtwacht.moderation.flagging.services import raise_flag, send_nudge
from buurtwacht.moderation.models import Ban, LeakLook
from buurtwacht.outreach import services as site
from buurtwacht.outreach.asking.services import ask_coordinator
from buurtwacht.outreach.models import RightsRequest
from buurtwacht.outreach.rights.access import token_of
from buurtwacht.outreach.rights.services import ask_for_rights
from buurtwacht.people.services import add_contact_point
from buurtwacht.reports.content import Content
from buurtwacht.reports.entries import add_entry
from buurtwacht.reports.models import Entry, Report
from buurtwacht.reports.tests.stories import make_report
from tests.who_sees_what import PUBLIC, TABLE

ROLES = ("anonymous", "chantal", "bram", "farid", "anna", "dirk", "eva", "hanna")

# Pages of which the first part of the address is an organisation.
OF_ORGANISATION = (
    *("council_figures", "council_figures_file"),
    *("group_new", "group_of", "group_of_change", "group_step", "groups_of", "territory"),
    *(
        "assign_application",
        "letters",
        *(
            "office_answer",
            "office_case",
            "office_cases",
            "office_close",
            "office_copy",
            "office_letter",
            "office_step",
        ),
        "objection_answer",
        "objections",
        "officer_card",
        "officer_info",
        "official_info",
        "officer_summary",
        "vetting_desk",
        "vetting_mend",
        "vetting_open",
    ),
)
WORDS = {200: "yes", 204: "yes", 400: "refused", 401: "sign in", 403: "no", 404: "no", 410: "gone"}


def names(resolver: URLResolver | None = None, space: str = "") -> list[str]:
    """Every named URL, with its namespace."""
    found: list[str] = []
    for part in (resolver or get_resolver()).url_patterns:
        if isinstance(part, URLResolver):
            inner = f"{space}{part.namespace}:" if part.namespace else space
            found += names(part, inner)
        elif isinstance(part, URLPattern) and part.name:
            found.append(space + part.name)
    return sorted(set(found))


def question(cast, desk: str):
    """Somebody asked something on the site."""
    return site.ask_question(
        cast.organisation, desk=desk, group=cast.group, words="Hoe gaat dat?", email="ivo@voorbeeld.example"
    )


def asked_by_bram(cast):
    """A member's private question to who coordinates."""
    return ask_coordinator(cast.group, "Wanneer komen wij bij elkaar?", by=cast.bram).pk


def of_rights(cast):
    """Somebody who may have been described asked about it."""
    today = timezone.localdate()
    asked = ask_for_rights(
        cast.organisation,
        kind="access",
        name="Ivo",
        email="ivo@voorbeeld.example",
        words="Was ik dat?",
        street="Merelweg",
        on=today,
    )
    RightsRequest.objects.filter(pk=asked.pk).update(received_at=timezone.now(), due_on=today)
    return {
        "rights_code.token": token_of(asked),
        **{f"{page}.request_id": asked.pk for page in ("rights_request", "rights_report", "rights_print")},
    }


def letter_to(person):
    """A letter that went to somebody."""
    point = add_contact_point(person, "email", person.email, verified=True)
    same = {"intent_id": new_id(), "contact_point_id": point.pk, "person_id": person.pk, "channel": "email"}
    letter = Delivery.objects.create(
        pk=new_id(), priority=1, state=Delivery.State.HANDED_OVER, created_at=timezone.now(), **same
    )
    return letter.pk


def from_a_list(group):
    """Somebody from a list, who has not answered yet."""
    return make_application(group, "Lies", source="import", email_proven_at=None).pk


def own_rules(cast):
    """One rule that holds, and one in the draft: the key of that one."""
    add_rule(cast.group, {"nl": Wording("Ik groet mijn buren.", "Ook wie ik niet ken.")}, by=cast.anna)
    publish_rules(cast.group, by=cast.anna)
    rule = add_rule(cast.group, {"nl": Wording("Ik doe de poort dicht.", "Ook overdag.")}, by=cast.anna)
    return rule.key


def asked_by_neighbours(cast):
    """The next group asks whether its report is passed on."""
    return Relay.objects.create(report=make_report(cast.next_group, cast.farid), to_group=cast.group)


def case_with_a_warning(cast, *, escalated: bool):
    """A case about Bram in which Anna gave a warning; perhaps put before the organisation."""
    case = open_case(membership_in(cast.bram, cast.group), rule="unforeseen", by=cast.anna)
    warning = propose_measure(case, "warning", by=cast.anna, reason="Zo praten we hier niet.")
    if escalated:
        escalate(case, by=cast.anna)
    return case.pk, warning.pk


def of_cases(cast):
    """What stands in the URLs of a case, at the desk of the group and at that of the organisation."""
    found = {"desk_step.kind": "warning", "office_step.kind": "warning", "entry_id": uuid4()}
    for place, escalated in (("desk", False), ("office", True)):
        case, measure = case_with_a_warning(cast, escalated=escalated)
        for page in ("case", "step", "answer", "close", "letter", "copy"):
            found |= {f"{place}_{page}.case_id": case, f"{place}_{page}.measure_id": measure}
    return found


def of_flags(cast, report):
    """Bram's words, which Gerrit flagged, and about which there was a private word."""
    entry = report.entries.get()
    raise_flag(entry, by=cast.gerrit, reason="untrue")
    send_nudge(entry, by=None, reasons=[])
    return {f"{page}.entry_id": entry.pk for page in ("report_flag", "report_tip", "flag_judge", "flag_show_again")}


def of_bans_and_leaks(cast):
    """A ban that runs, and what Anna looked up after a leak."""
    day = timezone.now() + timedelta(days=30)
    ban = Ban.objects.create(group=cast.group, reason="unforeseen", ends_at=day)
    look = LeakLook.objects.create(group=cast.group, reason="words", by=cast.anna, people=[cast.bram.pk])
    return {"ban_id": ban.pk, "shared_id": uuid4(), "look_id": look.pk}


@pytest.fixture
def arguments(cast):
    """What stands in the URLs: one open report, one closed with a dossier that was handed over."""
    report = Report.objects.create(
        group=cast.group, reporter=cast.bram, title="Glasgerinkel", place="Merelweg", called_at=None, caller=cast.bram
    )
    Report.objects.filter(pk=report.pk).update(called_at=report.shared_at)
    report.refresh_from_db()
    add_entry(
        report,
        kind=Entry.Kind.SHARED,
        role=Entry.Role.REPORTER,
        author=cast.bram,
        content=Content(title="Glasgerinkel"),
    )
    dossier = begin_dossier(make_closed_report(cast))
    handover = hand_over_dossier(dossier, by=cast.anna)
    application = make_application(cast.group)
    invitation = make_invitation(cast.group, way="letter", street="Merelweg", by=cast.anna)
    return {
        "slug": cast.group.slug,
        "group": cast.group.slug,
        **{f"{name}.slug": cast.organisation.slug for name in OF_ORGANISATION},
        "step": "plan",
        "turn_id": uuid4(),
        "membership_id": uuid4(),
        "transfer_id": uuid4(),
        "proposal_id": uuid4(),
        "organisation": cast.organisation.slug,
        "question_id": question(cast, "coordinators").pk,
        "municipal_question.question_id": question(cast, "complaint").pk,
        **dict.fromkeys(("own_question.question_id", "member_question.question_id"), asked_by_bram(cast)),
        **of_rights(cast),
        "version_id": site.save_draft(cast.organisation, "how", "nl", body="Zo.", by=cast.eva).pk,
        "section": "how",
        "language": "nl",
        "name": "uitleg.mp4",
        "path": "gedragsregels",
        "token": link_token(APPLICANT, application.pk),
        "application_guardian.token": link_token(GUARDIAN, application.pk),
        "acceptance_id": uuid4(),
        "mail_off.token": link_token(MAIL_OFF, letter_to(cast.bram)),
        "renew.token": renewal_token(Renewal(membership=membership_in(cast.bram, cast.group))),
        "application_id": uuid4(),
        **dict.fromkeys(("candidacy_id", "objection_id", "proof_id", "vetting_id"), uuid4()),
        **dict.fromkeys(("appeal_id", "case_id", "measure_id"), uuid4()),
        **of_cases(cast),
        **of_flags(cast, report),
        **of_bans_and_leaks(cast),
        "consent.token": link_token(CONSENT, from_a_list(cast.group)),
        "import_id": start_import(cast.group, b"Naam;E-mail", by=cast.eva).pk,
        "code": "sloten",
        "invitation.code": invitation.code,
        "invitation_id": invitation.pk,
        "report_id": report.pk,
        "dossier_id": dossier.pk,
        "dossiers:open.token": link_token(OPEN, handover.pk),
        "dossiers:outcome.token": link_token(OUTCOME, dossier.pk),
        "report_add_kind.slug": "gezien",
        "kind": "zip",
        "photo_id": uuid4(),
        "room_id": uuid4(),
        "room_new.channel": "log",
        "note_id": uuid4(),
        "relay_id": asked_by_neighbours(cast).pk,
        "request_id": uuid4(),
        "contact_point_id": uuid4(),
        "session_id": 999_999,
        "pk": 999_999,
        "key": "bram",
        "desk_rule.key": own_rules(cast),
        "number": 1,
        "form": "csv",
        "application_confirm.token": link_token(MAIL_PROOF, application.pk),
        "file_id": uuid4(),
        "mail_id": uuid4(),
    }


def url_of(name: str, arguments: dict[str, object]) -> str:
    """The address, with what its pattern asks for."""
    space, _, plain = name.rpartition(":")
    resolver = get_resolver()
    if space:
        resolver = resolver.namespace_dict[space][1]
    [(_words, parameters), *_more] = resolver.reverse_dict.getlist(plain)[0][0]
    wanted = {key: arguments.get(f"{name}.{key}", arguments.get(key)) for key in parameters}
    return reverse(name, kwargs=wanted)


def answer_to(client: Client, method: str, url: str) -> str:
    """What somebody gets, in one word."""
    response = client.get(url) if method == "GET" else client.post(url)
    if response.status_code in (301, 302):
        return "sign in" if "/inloggen/" in response.headers["Location"] else "on"
    return WORDS.get(response.status_code, str(response.status_code))


def test_every_url_has_its_line():
    assert names() == sorted([*TABLE, *PUBLIC])


@pytest.mark.parametrize("name", sorted(TABLE))
def test_everybody_sees_what_is_theirs(name, arguments, cast, login):
    method, *expected = TABLE[name]
    url = url_of(name, arguments)

    found = []
    for role in ROLES:
        client = Client() if role == "anonymous" else login(getattr(cast, role))
        found.append(answer_to(client, method, url))

    assert dict(zip(ROLES, found, strict=True)) == dict(zip(ROLES, expected, strict=True))


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_public_pages_are_there_for_everybody(name, client, db):
    assert client.get(reverse(name)).status_code in (200, 204, 302)
