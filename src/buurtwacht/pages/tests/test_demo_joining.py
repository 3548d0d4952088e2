# SPDX-License-Identifier: EUPL-1.2
"""Joining in the demo: somebody stands at every step, the examples find their groups, and papers can be opened."""

from collections.abc import Iterator

import pytest
from django.core import mail as outbox
from django.core.mail import EmailMessage
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.applying.services import submit_application
from buurtwacht.enrolment.checking.queries import cases_of, printable
from buurtwacht.enrolment.models import Application, Invitation, MemberImport, Objection, Renewal
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.signing.queries import has_accepted_current, has_signed_confidentiality, members_who_accepted
from buurtwacht.enrolment.signing.texts import rules_of
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import Organisation, WatchGroup
from buurtwacht.groups.queries import coordinators_of, members_of
from buurtwacht.groups.services import split_group
from buurtwacht.groups.splitting import halves, lives_in, streets_of
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.outreach.finding import Address, find_group
from buurtwacht.outreach.models import ContactMessage, SiteVersion
from buurtwacht.pages.demo.addresses import ADDRESSES
from buurtwacht.pages.demo.joining.newcomers import NEWCOMERS
from buurtwacht.pages.demo.mailbox import MailboxBackend
from buurtwacht.pages.demo.neighbourhood import build_neighbourhood
from buurtwacht.pages.models import DemoFile, DemoMail
from buurtwacht.policy.presets import PRESETS

MAILBOX = "buurtwacht.pages.demo.mailbox.MailboxBackend"


@pytest.fixture(scope="module")
def neighbourhood(django_db_setup: None, django_db_blocker) -> Iterator[None]:
    """Built once for this module, and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEMO=True, EMAIL_BACKEND=MAILBOX):
            build_neighbourhood()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def in_the_demo(neighbourhood, db, settings) -> None:
    settings.DEMO = True
    settings.EMAIL_BACKEND = MAILBOX


def group(slug: str) -> WatchGroup:
    return WatchGroup.objects.select_related("organisation", "area").get(slug=slug)


def waits_for(name: str) -> Step | None:
    newcomer = next(one for one in NEWCOMERS if one.name == name)
    there = Application.objects.filter(group__slug=newcomer.group, ended_at=None)
    return next(step_of(application) for application in there if application.first_name == name)


def test_there_is_a_group_for_each_set_of_house_rules():
    assert set(WatchGroup.objects.values_list("preset", flat=True)) == set(PRESETS)
    assert not WatchGroup.objects.filter(goal="").exists()


def test_two_groups_are_being_formed():
    assert (group("klaverveld").status, members_of(group("klaverveld")).count()) == ("forming", 17)
    assert (group("sterrenbuurt").status, members_of(group("sterrenbuurt")).count()) == ("forming", 2)


def test_the_third_of_three_lets_the_group_start():
    facts = ApplicantFacts(first_name="Tess", street="Venusweg", email="tess@voorbeeld.example")
    application = submit_application(group("sterrenbuurt"), facts, source="site", email_is_proven=True)

    mark_done(application, Step.SIGN)
    handle_due_lines(1000)

    assert group("sterrenbuurt").status == "active"


@pytest.mark.parametrize("example", ADDRESSES, ids=lambda example: example.words)
def test_the_addresses_to_try_lead_somewhere(example):
    address = Address(postcode=example.postcode, house_number=example.house_number, street=example.street)
    found = find_group(address)

    expected = {
        "6711 AB": "Vogelbuurt",
        "6716 NA": "Sterrenbuurt",
        "6224 GB": "Groenewegkwartier",
        "3620": "Veldwezelt",
        "3621": "Rekem",
    }.get(example.postcode)
    assert found.organisation
    assert (found.group.name if found.group else None) == expected
    assert Client().post(reverse("find_group"), {"postcode": example.postcode}).status_code == 200


@pytest.mark.parametrize(
    ("name", "step"),
    [
        ("Lena", Step.EMAIL),
        ("Lars", Step.GUARDIAN),
        ("Esther", Step.RESIDENCE),
        ("Samir", Step.RESIDENCE),
        ("Aleida", Step.RESIDENCE),
        ("An", Step.POLICE),
        ("Olivier", Step.PLACE),
        ("Roos", Step.GATE),
        ("Oscar", Step.ADMISSION),
        ("Nele", Step.ADMISSION),
    ],
)
def test_somebody_stands_at_every_step(name, step):
    assert waits_for(name) is step


def test_peter_has_applicants_a_candidate_and_somebody_to_look_at_again():
    cases = cases_of(Organisation.objects.get(slug="lanaken"))

    assert sorted(case.kind for case in cases) == ["applicant", "applicant", "candidate", "member"]
    assert [case.first_name for case in cases if case.takes_long] == ["An"]
    assert Objection.objects.get().application.first_name == "Bart"


def test_nearly_everybody_agreed_and_lotte_has_a_promise_to_make():
    assert members_who_accepted(group("vogelbuurt")) == (80, 84)
    promised = {one.person.first_name for one in _coordinators() if has_signed_confidentiality(one.person, one.group)}
    assert {one.person.first_name for one in _coordinators()} - promised == {"Lotte"}


def _coordinators():
    return [one for place in WatchGroup.objects.all() for one in coordinators_of(place)]


def test_the_vogelbuurt_has_a_rule_of_its_own_and_bram_agreed_to_it():
    place = group("vogelbuurt")
    bram = next(one for one in members_of(place) if one.person.email.startswith("bram@"))

    assert rules_of(place, "nl")[-1].lead == "Ik doe de poort van het achterpad dicht."
    assert has_accepted_current(bram)


def test_a_list_waits_with_lines_to_repair():
    found = MemberImport.objects.get()

    assert (found.status, found.group.slug) == ("ready", "vogelbuurt")
    assert 0 < found.lines.exclude(problems=[]).count() < found.lines.count()


def test_riet_joined_on_paper_and_gerrit_rings_at_her_door():
    riet = next(one for one in members_of(group("vogelbuurt")) if one.person.first_name == "Riet")

    assert riet.person.email.endswith(".invalid")
    assert riet.proxy.person.first_name == "Gerrit"


def test_neighbours_are_asked_to_stay_and_invitations_are_counted():
    assert Renewal.objects.filter(reminders=2).count() == 1
    assert Renewal.objects.filter(membership__person__email="ilse@voorbeeld.example").exists()
    letter = Invitation.objects.get(street="Vinkenlaan")
    assert (letter.letters, letter.opened, letter.applied, letter.joined) == (42, 17, 2, 1)


def test_letters_wait_for_eva_and_those_that_were_printed_arrived():
    ede = Organisation.objects.get(slug="ede")

    assert printable(ede.groups.all()).count() == 2
    letters = DemoMail.objects.filter(kind="letter")
    assert letters.count() == 2
    assert all(bytes(letter.files.get().data).startswith(b"%PDF") for letter in letters)


def test_a_letter_arrives_as_soon_as_eva_prints_it():
    eva = Client()
    eva.post(reverse("demo_become", args=["eva"]))

    assert eva.post(reverse("letters", args=["ede"])).status_code == 200
    handle_due_lines(1000)

    assert DemoMail.objects.filter(kind="letter").count() == 4


def test_ede_has_words_of_its_own_and_questions_that_wait():
    assert SiteVersion.objects.filter(published_at=None).count() == 1
    assert SiteVersion.objects.filter(published_at__isnull=False).count() == 2
    assert ContactMessage.objects.filter(answered_at=None).count() == 2
    assert ContactMessage.objects.exclude(answered_at=None).count() == 1


def test_sita_can_split_the_bloemenbuurt():
    place = group("bloemenbuurt")
    streets = halves(streets_of(place))
    sita = coordinators_of(place)[0]
    streets = {street.name for street in streets_of(place)} - streets if lives_in(sita, streets) else streets
    going = [member for member in members_of(place) if lives_in(member, streets)]

    new = split_group(place, streets=streets, name="Bloemenbuurt-Zuid", coordinator=going[0], by=sita.person)

    assert members_of(new).count() + members_of(place).count() == 46


def test_what_came_with_a_mail_can_be_opened_and_is_never_a_page():
    mail = EmailMessage("Kopie", "Uw verklaring", to=["chantal@voorbeeld.example"])
    mail.attach("verklaring.pdf", b"%PDF-1.7", "application/pdf")
    mail.attach("regels.txt", "Bel eerst 112", "text/plain")
    MailboxBackend().send_messages([mail])
    kept = DemoMail.objects.first()

    page = Client().get(reverse("demo_letter", args=[kept.pk])).content.decode()
    pdf = kept.files.get(name="verklaring.pdf")
    address = reverse("demo_file", args=[kept.pk, pdf.pk])
    assert address in page
    assert "regels.txt" in page
    answer = Client().get(address)
    assert answer.content == b"%PDF-1.7"
    assert answer["Content-Disposition"] == 'attachment; filename="verklaring.pdf"'
    assert outbox.outbox == []


def test_files_of_another_mail_and_without_the_demo_are_not_there(settings):
    file = DemoFile.objects.first()
    other = DemoMail.objects.exclude(pk=file.mail_id).first()

    assert Client().get(reverse("demo_file", args=[other.pk, file.pk])).status_code == 404
    settings.DEMO = False
    assert Client().get(reverse("demo_file", args=[file.mail_id, file.pk])).status_code == 404


@pytest.mark.parametrize("kind", ["mail", "letter", "phone", "anders"])
def test_the_mailbox_shows_one_kind_of_post(kind):
    page = Client().get(reverse("demo_mailbox"), {"soort": kind}).content.decode()

    assert ("Mezenlaan 21" in page) == (kind in ("letter", "anders"))


def test_chantal_begins_at_the_finder():
    answer = Client().post(reverse("demo_become", args=["chantal"]))

    assert answer["Location"] == reverse("find_group")
