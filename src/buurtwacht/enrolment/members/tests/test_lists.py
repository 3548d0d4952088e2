# SPDX-License-Identifier: EUPL-1.2
"""Lists taken over: read, looked at, everybody asked, and taken back."""

from datetime import timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from buurtwacht.enrolment.applying.services.submit import mark_of_email
from buurtwacht.enrolment.links import CONSENT
from buurtwacht.enrolment.members import services, tasks
from buurtwacht.enrolment.members.forms.lists import UploadForm
from buurtwacht.enrolment.members.queries.imports import GOOD, overview_of
from buurtwacht.enrolment.members.services import (
    ask_everybody,
    asking,
    go_on_asking,
    read_import,
    reading,
    remind,
    start_import,
    take_back,
)
from buurtwacht.enrolment.models import Application, ImportLine, MemberImport
from buurtwacht.enrolment.personal_data.applications import forget_applications
from buurtwacht.enrolment.personal_data.imports import forget_imports
from buurtwacht.enrolment.signing.mark import Mark
from buurtwacht.enrolment.signing.services import sign_confidentiality
from buurtwacht.groups.services import set_status
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import join, make_group
from buurtwacht.testing.member_lists import FAULTS, NOTES, member_list

TWO = "Naam;E-mail;Straat\nNoor de Vries;noor@voorbeeld.example;Merelweg\nBo;bo@voorbeeld.example;Merelweg\n"
FACTS = {
    "first_name": "Noor",
    "family_name": "de Vries",
    "street": "Merelweg",
    "house_number": "3",
    "postcode": "6711 AB",
    "town": "Ede",
    "phone": "",
    "kind": "lives",
    "is_adult": "on",
}


def asked(found, by):
    ask_everybody(found, by=by)
    go_on_asking(found.pk)
    found.refresh_from_db()
    return found


def test_every_fault_stands_at_its_line_and_the_others_are_good(brought):
    text, expected = member_list(200, len(FAULTS | NOTES) * 2)

    found = brought(text)

    told = {line.number: line.problems for line in found.lines.exclude(problems=[])}
    assert {number: problems for number, problems in told.items() if number not in expected} == {}
    assert set(told) == set(expected)
    assert found.status == "ready"
    assert found.lines_total == found.lines_read == 200
    assert found.file is None
    overview = overview_of(found)
    assert overview.wrong == sum(code in FAULTS for code in expected.values())
    assert overview.good == 200 - overview.wrong


def test_who_takes_part_or_applied_already_is_not_asked_again(brought, cast, apply_to):
    apply_to(cast.group, "Noor", email="noor@voorbeeld.example")
    Application.objects.update(email_fingerprint=mark_of_email("noor@voorbeeld.example"))

    found = brought("Naam;E-mail\nBram;BRAM@voorbeeld.example\nNoor;noor@voorbeeld.example\nBo;bo@voorbeeld.example\n")

    assert [line.problems for line in found.lines.all()] == [["already_member"], ["already_applied"], []]


def test_the_journal_begins_the_job(cast, monkeypatch):
    begun = []
    monkeypatch.setattr(tasks.go_on, "defer", lambda **kwargs: begun.append(kwargs["import_id"]))

    found = start_import(cast.group, TWO.encode(), by=cast.anna)
    handle_due_lines()

    assert begun == [str(found.pk)]


def test_a_reader_that_died_is_picked_up_where_it_stopped(cast, monkeypatch):
    text, _expected = member_list(1200)
    found = start_import(cast.group, text.encode(), by=cast.anna)
    whole, calls = reading.problems_with, []

    def dies(group, people):
        calls.append(len(people))
        if len(calls) == 2:
            raise RuntimeError("the machine went down")
        return whole(group, people)

    monkeypatch.setattr(reading, "problems_with", dies)
    with pytest.raises(RuntimeError):
        read_import(found.pk)
    found.refresh_from_db()
    assert (found.status, found.lines_read, found.lines.count()) == ("reading", 500, 500)

    tasks.pick_up(0)

    found.refresh_from_db()
    assert (found.status, found.lines_read, found.lines.count()) == ("ready", 1200, 1200)
    assert calls == [500, 500, 500, 200]


def test_a_list_that_cannot_be_read_does_not_stop_another(cast, monkeypatch):
    bad, good = (start_import(cast.group, TWO.encode(), by=cast.anna) for _turn in range(2))
    whole = reading.decoded
    turns = iter([RuntimeError("odd"), None])

    def breaks(data):
        if problem := next(turns):
            raise problem
        return whole(data)

    monkeypatch.setattr(reading, "decoded", breaks)
    tasks.pick_up(0)

    assert {MemberImport.objects.get(pk=one.pk).status for one in (bad, good)} == {"reading", "ready"}


def test_reading_twice_reads_once(brought):
    found = brought(TWO)

    read_import(found.pk)

    assert found.lines.count() == 2


def test_two_lists_at_once_ask_one_person_once(brought, cast):
    one, other = brought(TWO), brought(TWO.replace("Bo;bo@", "Cor;cor@"))

    asked(one, cast.anna)
    asked(other, cast.anna)

    assert sorted(letter.to[0].split("@")[0] for letter in mail.outbox) == ["bo", "cor", "noor"]
    assert [line.problems for line in other.lines.all()] == [["already_applied"], []]


def test_a_file_that_is_no_list_says_so(brought):
    found = brought(b"PK\x03\x04 a spreadsheet")

    assert (found.status, found.problem, found.file) == ("unreadable", "file_spreadsheet", None)


@pytest.mark.parametrize("data", [b"", b"x" * 5_000_001])
def test_an_empty_or_huge_file_is_refused_at_the_door(cast, data):
    with pytest.raises(DomainError):
        start_import(cast.group, data, by=cast.anna)


def test_a_group_that_has_stopped_takes_no_list(cast):
    set_status(cast.group, "closed")
    cast.group.refresh_from_db()

    with pytest.raises(DomainError):
        start_import(cast.group, TWO.encode(), by=cast.anna)


def test_everybody_gets_one_mail_and_nobody_is_a_member(brought, cast):
    found = asked(brought(TWO), cast.anna)

    assert (found.status, found.lines_asked) == ("done", 2)
    assert {letter.to[0] for letter in mail.outbox} == {"noor@voorbeeld.example", "bo@voorbeeld.example"}
    assert "/toestemming/" in mail.outbox[0].body
    assert "Anna" in mail.outbox[0].body
    assert list(Application.objects.values_list("status", "source")) == [("submitted", "import")] * 2
    assert not Application.objects.filter(person__isnull=False).exists()
    assert not ImportLine.objects.filter(values__isnull=False).exists()


def test_mails_that_stopped_half_way_go_on_without_a_second_one(brought, cast, monkeypatch):
    found = brought(TWO)
    send, calls = asking.send_question, []

    def dies(application, by):
        calls.append(application.email)
        if len(calls) == 2:
            raise OSError("the mail server is away")
        send(application, by)

    monkeypatch.setattr(asking, "send_question", dies)
    ask_everybody(found, by=cast.anna)
    with pytest.raises(OSError):
        go_on_asking(found.pk)
    assert len(mail.outbox) == 1

    tasks.pick_up(0)

    found.refresh_from_db()
    assert len(mail.outbox) == 2
    assert len({letter.to[0] for letter in mail.outbox}) == 2
    assert (found.status, found.lines_asked) == ("done", 2)


def test_a_mailbox_that_does_not_exist_goes_back_to_the_lines_to_repair(brought, cast, monkeypatch):
    def refuses(application, by):
        if application.email.startswith("bo@"):
            raise SMTPRecipientsRefused({application.email: (550, b"no such user")})

    monkeypatch.setattr(asking, "send_question", refuses)

    found = asked(brought(TWO), cast.anna)

    [line] = found.lines.exclude(GOOD)
    assert line.problems == ["email_refused"]
    assert line.values["email"] == "bo@voorbeeld.example"
    assert (found.status, found.lines_asked) == ("done", 1)
    assert Application.objects.count() == 1


def test_asking_needs_somebody_to_ask_and_happens_once(brought, cast):
    with pytest.raises(DomainError):
        ask_everybody(brought("Naam;E-mail\nNoor;noor\n"), by=cast.anna)

    found = asked(brought(TWO), cast.anna)
    ask_everybody(found, by=cast.anna)

    assert Line.objects.filter(action="import.asked").count() == 1


def test_a_list_of_others_says_nothing_in_the_journal(brought, cast):
    asked(brought(TWO), cast.anna)

    facts = str(list(Line.objects.values_list("facts", flat=True)))
    assert "noor" not in facts.lower()
    assert "Merelweg" not in facts


class TestTakingBack:
    def test_before_anybody_was_asked(self, brought, cast):
        found = brought(TWO)

        done = take_back(found, by=cast.anna)

        assert (done.erased, done.stayed) == (0, 0)
        assert not ImportLine.objects.exists()
        with pytest.raises(DomainError):
            ask_everybody(found, by=cast.anna)

    def test_while_it_is_being_read(self, cast):
        found = start_import(cast.group, TWO.encode(), by=cast.anna)
        take_back(found, by=cast.anna)

        read_import(found.pk)

        found.refresh_from_db()
        assert (found.status, found.file, found.lines.count()) == ("taken_back", None, 0)

    def test_while_mails_go_out(self, brought, cast, monkeypatch):
        found = brought(TWO)
        ask_everybody(found, by=cast.anna)
        send = asking.send_question

        def sends_and_is_stopped(application, by):
            send(application, by)
            MemberImport.objects.filter(pk=found.pk).update(status="taken_back")

        monkeypatch.setattr(asking, "send_question", sends_and_is_stopped)
        go_on_asking(found.pk)

        assert len(mail.outbox) == 1

    def test_after_somebody_said_yes(self, brought, cast, client):
        found = asked(brought(TWO), cast.anna)
        noor = next(one for one in Application.objects.all() if one.email.startswith("noor"))
        client.post(f"/toestemming/{link_token(CONSENT, noor.pk)}/", FACTS | {"yes": "1"})

        done = take_back(found, by=cast.anna)

        assert (done.erased, done.stayed) == (1, 1)
        assert [one.email for one in Application.objects.all()] == ["noor@voorbeeld.example"]
        assert take_back(found, by=cast.anna).erased == 0


class TestAnswering:
    @pytest.fixture
    def question(self, brought, cast):
        asked(brought(TWO), cast.anna)
        return next(one for one in Application.objects.all() if one.email.startswith("noor"))

    def url(self, question):
        return f"/toestemming/{link_token(CONSENT, question.pk)}/"

    def test_looking_changes_nothing(self, question, client):
        page = client.get(self.url(question))

        assert "noor@voorbeeld.example" in page.content.decode()
        question.refresh_from_db()
        assert question.email_proven_at is None

    def test_yes_proves_the_address_and_goes_on(self, question, client):
        page = client.post(self.url(question), FACTS | {"family_name": "Vries-Jansen", "yes": "1"})

        assert page.status_code == 302
        assert "/aanmelding/" in page.headers["Location"]
        question.refresh_from_db()
        assert question.email_proven_at is not None
        assert (question.status, question.family_name) == ("confirmed", "Vries-Jansen")
        assert question.email == "noor@voorbeeld.example"

    def test_where_the_police_check_the_yes_says_so_too(self, brought, cast, client):
        group = make_group(cast.organisation, "Zone", preset="be-politiezone")
        join(group, cast.gerrit)
        asked(brought(TWO, group=group), cast.anna)
        zone = next(one for one in Application.objects.all() if one.email.startswith("noor"))
        facts = FACTS | {"postcode": "3600", "age": "adult", "yes": "1"}

        assert client.post(self.url(zone), facts).status_code == 400
        assert client.post(self.url(zone), facts | {"agreed_to_transfer": "on"}).status_code == 302
        assert zone.acceptances.get().kind == "transfer"

    def test_what_is_wrong_is_said_and_nothing_is_lost(self, question, client):
        page = client.post(self.url(question), FACTS | {"house_number": "", "town": "Bennekom", "yes": "1"})

        assert page.status_code == 400
        assert "Bennekom" in page.content.decode()
        question.refresh_from_db()
        assert question.email_proven_at is None

    def test_no_erases_at_once(self, question, client):
        page = client.post(self.url(question), {"no": "1"})

        assert page.status_code == 200
        assert not Application.objects.filter(pk=question.pk).exists()
        assert client.get(self.url(question)).status_code == 404

    def test_who_said_yes_is_led_on(self, question, client):
        client.post(self.url(question), FACTS | {"yes": "1"})

        assert client.get(self.url(question)).status_code == 302
        assert client.post(self.url(question), {"no": "1"}).status_code == 302
        assert Application.objects.filter(pk=question.pk).exists()

    def test_a_forged_link_opens_nothing(self, question, client):
        assert client.get("/toestemming/AAAA/").status_code == 404

    def test_a_link_of_another_application_opens_nothing(self, client, cast, apply_to):
        other = apply_to(cast.group)

        assert client.get(self.url(other)).status_code == 404

    def test_one_reminder_after_a_week_and_gone_after_thirty_days(self, question):
        now = timezone.now()
        mail.outbox.clear()

        assert services.remind_undecided(now + timedelta(days=6)) == 0
        assert services.remind_undecided(now + timedelta(days=8)) == 2
        assert services.remind_undecided(now + timedelta(days=15)) == 0
        assert len(mail.outbox) == 2

        forget_applications(now + timedelta(days=31))
        forget_imports(now + timedelta(days=31))
        assert not Application.objects.exists()
        assert not MemberImport.objects.exists()


def test_whoever_looks_at_people_on_a_list_leaves_a_line(brought, cast, login):
    """On the page, and once more for the file: without saying who was on it."""
    sign_confidentiality(cast.group, cast.anna, Mark(way="typed", name="Anna"))
    found = brought(TWO + "Zonder adres;;Merelweg\n")
    page = f"/bureau/{cast.group.slug}/leden/overnemen/{found.pk}/"
    client = login(cast.anna)

    assert "noor@voorbeeld.example" in client.get(page).content.decode()
    assert "Zonder;adres" in client.get(f"{page}fouten/").content.decode()

    lines = Line.objects.filter(action="import.viewed", subject_id=found.pk, by_id=cast.anna.pk)
    assert sorted(line.facts["count"] for line in lines) == [1, 2]


def test_a_huge_file_is_refused_before_it_is_read(cast):
    class Huge(SimpleUploadedFile):
        def read(self, *_args):
            raise AssertionError("read all the same")

    file = Huge("lijst.csv", b"x")
    file.size = 5_000_001
    form = UploadForm({}, {"file": file})
    assert form.is_valid()

    with pytest.raises(DomainError):
        form.read()


def test_a_refused_address_stops_no_reminder_and_stands_in_no_log(brought, cast, monkeypatch, caplog, capsys):
    asked(brought(TWO), cast.anna)
    Application.objects.update(submitted_at=timezone.now() - timedelta(days=8))
    sent = []

    def send(application):
        if application.email.startswith("noor"):
            raise SMTPRecipientsRefused({application.email: (550, b"no such mailbox")})
        sent.append(application.email)

    monkeypatch.setattr(remind, "send_reminder", send)
    tasks.remind(0)

    assert sent == ["bo@voorbeeld.example"]
    assert not Application.objects.filter(reminded_at=None).exists()


def test_what_a_mail_server_says_of_somebody_stands_in_no_log(brought, cast, monkeypatch, caplog, capsys):
    found = brought(TWO)
    ask_everybody(found, by=cast.anna)

    def refuse(*_args):
        raise SMTPDataError(451, b"later, noor@voorbeeld.example")

    monkeypatch.setattr(asking, "send_question", refuse)
    tasks.go_on(import_id=str(found.pk))

    printed = caplog.text + "".join(capsys.readouterr())
    assert "SMTPDataError" in printed
    assert "noor" not in printed
