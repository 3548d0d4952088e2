# SPDX-License-Identifier: EUPL-1.2
"""Everything that somebody can read: pages, screens, messages, files. And what must not be among it."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from buurtwacht.alerts.hearers import TAKEN_BACK
from buurtwacht.alerts.models import Relay
from buurtwacht.delivery.models import Intent
from buurtwacht.delivery.resolvers import Recipient, resolver_for
from buurtwacht.dossiers.bundle import document_of
from buurtwacht.dossiers.models import Dossier, Handover
from buurtwacht.dossiers.pdf import _data
from buurtwacht.dossiers.queries import review_lines
from buurtwacht.dossiers.sheet import sheet_of
from buurtwacht.journal.models import Line
from buurtwacht.live.access import stream_token_for
from buurtwacht.live.models import Event
from buurtwacht.live.tokens import Refused
from buurtwacht.moderation.models import Appeal, Case
from buurtwacht.privacy.declare import declarations
from buurtwacht.reports.models import Entry, Photo, Report

from .neighbourhood import Neighbourhood

OF_REPORT = ("report", "report_add", "report_shared", "report_correct", "report_withdraw", "alert_reach", "alert_clock",
             "report_pass_on")  # fmt: skip
OF_DESK_AND_REPORT = ("report_close", "report_hide", "report_answer", "report_old_group", "desk_leak_report")
OF_ONE_REPORT = (*OF_REPORT, *OF_DESK_AND_REPORT)
OF_DESK = ("desk", "desk_reports", "desk_figures", "flags", "desk_cases", "desk_decisions", "desk_bans", "desk_leak",
           "group_log", "group_figures", "desk_members")  # fmt: skip
OF_EVERYBODY = ("home", "reports", "own_data", "own_cases", "appeals", "dossiers:desk", "who_viewed")
OWN = ("report_tip", "own_data", "export_own_data", "own_case")  # where who wrote it reads it
OF_JUDGES = ("flag_judge", "desk_case", "office_case", "case_weigh", "appeal", "own_case", "flags")
OF_POLICE = ("dossiers:read", "dossiers:desk")
MEMBERS_ONLY = (
    *OF_REPORT,
    *OF_DESK_AND_REPORT,
    *OF_DESK,
    "dossiers:review",
    "dossiers:follow",
    "report_flag",
    "report_photo",
)

Page = tuple[str, str]  # its name, and what it says


def client_of(place: Neighbourhood, name: str) -> Client:
    client = Client()
    client.force_login(place.person(name), backend="allauth.account.auth_backends.AuthenticationBackend")
    session = client.session
    session["second_factor"] = True
    session.save()
    return client


def addresses(place: Neighbourhood) -> Iterator[tuple[str, str]]:
    """Every page on which a word that was said here could stand."""
    group, office = place.group.slug, place.group.organisation.slug
    for name in OF_EVERYBODY:
        yield name, reverse(name)
    for name in OF_DESK:
        yield from ((name, reverse(name, args=[slug])) for slug in (group, place.next_group.slug))
    yield "office_cases", reverse("office_cases", args=[office])
    yield from _of_reports()
    yield from _of_judges(group, office)
    for dossier in Dossier.objects.order_by("-pk")[:2]:
        yield "dossiers:read", reverse("dossiers:read", args=[dossier.pk])
        yield "dossiers:review", reverse("dossiers:review", args=[group, dossier.pk])
        yield "dossiers:follow", reverse("dossiers:follow", args=[group, dossier.pk])


def _of_reports() -> Iterator[tuple[str, str]]:
    for report in Report.objects.select_related("group").order_by("-pk")[:4]:
        yield from ((name, reverse(name, args=[report.pk])) for name in OF_REPORT)
        yield from ((name, reverse(name, args=[report.group.slug, report.pk])) for name in OF_DESK_AND_REPORT)
    for relay in Relay.objects.order_by("-pk")[:3]:
        yield "relay", reverse("relay", args=[relay.pk])
    for photo in Photo.objects.order_by("-pk")[:2]:
        yield "report_photo", reverse("report_photo", args=[photo.report_id, photo.pk])


def _of_judges(group: str, office: str) -> Iterator[tuple[str, str]]:
    for entry in Entry.objects.filter(hidden_at__isnull=False).order_by("-pk")[:3]:
        yield "report_tip", reverse("report_tip", args=[entry.report_id, entry.pk])
        yield "report_flag", reverse("report_flag", args=[entry.report_id, entry.pk])
        yield "flag_judge", reverse("flag_judge", args=[group, entry.pk])
    for case in Case.objects.order_by("-pk")[:3]:
        yield from ((name, reverse(name, args=[case.pk])) for name in ("own_case", "case_weigh"))
        yield "desk_case", reverse("desk_case", args=[group, case.pk])
        yield "office_case", reverse("office_case", args=[office, case.pk])
    for appeal in Appeal.objects.order_by("-pk")[:2]:
        yield "appeal", reverse("appeal", args=[appeal.pk])


def pages_of(place: Neighbourhood, name: str) -> Iterator[Page]:
    """The pages that open for this person."""
    client = client_of(place, name)
    for page, address in addresses(place):
        answer = client.get(address)
        if answer.status_code == 200:
            said = b"".join(answer.streaming_content) if answer.streaming else answer.content
            yield page, f"{address} {said.decode(errors='ignore')}"


def told_by(intent: Intent) -> list[Recipient]:
    return resolver_for(intent.kind)(intent).recipients


def still_told() -> Iterator[tuple[Intent, Recipient]]:
    """Whom each promise that still counts would tell now, and what."""
    for intent in Intent.objects.filter(valid_until__gt=timezone.now()).order_by("pk"):
        for recipient in told_by(intent):
            yield intent, recipient


def takes_back(intent: Intent) -> bool:
    """Does it say no more than that something is taken back? Whoever was alerted hears that, wherever they are now."""
    entry = Entry.objects.filter(pk=intent.subject_id).first()
    return intent.kind == "report.entry_hidden" or bool(entry and entry.kind in TAKEN_BACK)


def replayed(since: timedelta = timedelta(hours=24)) -> Iterator[Page]:
    """What a screen could still be shown again."""
    for event in Event.objects.filter(created_at__gt=timezone.now() - since):
        yield f"stream {event.topic}", event_words(event)


def event_words(event: Event) -> str:
    body = event.body
    return body if isinstance(body, str) else bytes(body).decode(errors="ignore")


def dossiers() -> Iterator[Page]:
    """What the coordinator looks through, what the police would get, and what they were given."""
    for dossier in Dossier.objects.select_related("report__group__organisation", "organisation"):
        sheet = sheet_of(dossier)
        yield (
            "dossier preview",
            repr([(line.shown, [one.words for one in line.choices]) for line in review_lines(dossier)]),
        )
        yield "dossier", json.dumps(document_of(dossier, sheet, timezone.now()), ensure_ascii=False)
        yield "dossier on paper", repr(_data(dossier, sheet, timezone.now()))
    for handover in Handover.objects.filter(package__isnull=False):
        with zipfile.ZipFile(io.BytesIO(bytes(handover.package))) as archive:
            yield "dossier with the police", archive.read("dossier.json").decode()


def export_of(person_id: UUID) -> str:
    return repr([one.export(person_id) for one in declarations()])


def journal() -> str:
    return repr(list(Line.objects.values_list("action", "facts")))


def letters() -> Iterator[Page]:
    for letter in mail.outbox:
        yield f"letter to {letter.to}", f"{letter.subject} {letter.body}"


def stream_opens(person_id: UUID, token: str) -> bool:
    try:
        return bool(stream_token_for(person_id, token))
    except Refused:
        return False
