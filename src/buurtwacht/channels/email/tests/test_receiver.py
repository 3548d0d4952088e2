# SPDX-License-Identifier: EUPL-1.2
"""What comes in by mail: who said what, and what came back."""

import json
from dataclasses import replace
from typing import Any

import pytest

from buurtwacht.channels.contract import ReceiverContract
from buurtwacht.channels.email.addresses import bounce_address, reply_address
from buurtwacht.channels.email.receiver import EmailReceiver
from buurtwacht.channels.inbound import Event, Heard, Progress, Raw

from .written import ANNA, AT, PHOTO, REFERENCE, SECRET, came_back, handed, written

pytestmark = pytest.mark.usefixtures("replies")


def read(raw: Raw) -> list[Event]:
    return list(EmailReceiver().read(raw))


def heard(mail: Any, **headers: str) -> Heard:
    [event] = read(handed(mail, **headers))
    assert isinstance(event, Heard)
    return event


class TestEmailReceiver(ReceiverContract):
    receiver = EmailReceiver

    @pytest.fixture(autouse=True)
    def from_postmark(self, replies: None) -> None:
        body = json.dumps({"RawEmail": written().as_string(), "OriginalRecipient": reply_address(REFERENCE)}).encode()
        type(self).genuine = Raw(body=body, rest=f"postmark/{SECRET}")
        type(self).forged = replace(self.genuine, rest="postmark/geraden-maar-niet-goed")


def test_somebody_answers():
    found = heard(written())
    assert found == Heard(id="<een@voorbeeld.example>", sender=ANNA, at=AT, text="Ja, ik zie hem.", token=REFERENCE)


def test_the_token_says_who_it_is_and_a_made_up_sender_changes_nothing():
    found = heard(written(from_="x"), **{"x-buurtwacht-to": reply_address(REFERENCE)})
    assert found.token == REFERENCE


def test_who_has_no_token_is_nobody():
    assert read(handed(written(to="m@antwoord.voorbeeld.example"))) == []
    assert read(handed(written(to=f"m+{'a' * 52}@antwoord.voorbeeld.example"))) == []


def test_the_envelope_counts_when_there_is_one():
    mail = written(to="iedereen@voorbeeld.example")
    assert heard(mail, **{"x-buurtwacht-to": reply_address(REFERENCE)}).token == REFERENCE
    assert read(handed(written(), **{"x-buurtwacht-to": "iemand@elders.example"})) == []


@pytest.mark.parametrize("name", ["delivered_to", "x_original_to", "cc"])
def test_a_mailbox_keeps_the_address_in_a_header(name: str):
    mail = written(to="postbus@voorbeeld.example", **{name: reply_address(REFERENCE)})
    assert heard(mail).token == REFERENCE


@pytest.mark.parametrize(
    "headers",
    [
        {"auto_submitted": "auto-replied"},
        {"auto_submitted": "auto-replied; owner-email=anna"},
        {"auto_submitted": "auto-generated"},
        {"precedence": "bulk"},
        {"precedence": "auto_reply"},
        {"x_autoreply": "yes"},
        {"x_auto_response_suppress": "All"},
        {"list_id": "<lijst.voorbeeld.example>"},
        {"return_path": "<>"},
        {"subject": "Automatisch antwoord: 112 gebeld"},
        {"subject": "Réponse automatique : 112"},
        {"subject": "Automatische Antwort: 112"},
        {"from": "MAILER-DAEMON@voorbeeld.example"},
        {"from": "no-reply@voorbeeld.example"},
        {"from": "Buurtwacht Vogelbuurt <buurtwacht@buurtwacht.example>"},
        {"message_id": f"<{'a' * 40}@localhost>"},
    ],
    ids=str,
)
def test_what_a_program_wrote_is_not_heard(headers: dict[str, str]):
    assert read(handed(written("Ik ben er tot maandag niet.", **headers))) == []


def test_an_empty_return_path_on_the_envelope_is_a_program():
    assert read(handed(written(), **{"x-buurtwacht-return-path": ""})) == []
    assert heard(written(), **{"x-buurtwacht-return-path": ANNA}).text


def test_an_answer_to_an_invitation_is_not_heard():
    mail = written("Aanvaard")
    mail.add_attachment(b"BEGIN:VCALENDAR", maintype="text", subtype="calendar")
    assert read(handed(mail)) == []


def test_auto_submitted_no_is_a_human():
    assert heard(written(auto_submitted="no")).text == "Ja, ik zie hem."


def test_the_same_mail_has_the_same_name():
    nameless = written()
    del nameless["Message-ID"]
    assert heard(nameless).id == heard(nameless).id
    assert heard(nameless).id != heard(written()).id


def test_photos_come_along_and_other_files_do_not():
    mail = written("Kijk:")
    mail.add_attachment(PHOTO, maintype="image", subtype="jpeg", filename="IMG_1.jpeg")
    mail.add_attachment(PHOTO, maintype="application", subtype="octet-stream", filename="foto.jpg")
    mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="a.pdf")
    mail.add_attachment(b"MZ", maintype="image", subtype="png", filename="virus.png")
    found = heard(mail)
    assert [media.content for media in found.media] == [PHOTO, PHOTO]
    assert {media.kind for media in found.media} == {"photo"}


def test_the_logo_under_a_name_is_no_photo():
    mail = written("Kijk:")
    logo = b"\x89PNG\r\n\x1a\n" + bytes(3000)
    mail.add_related(logo, maintype="image", subtype="png", cid="<logo@voorbeeld.example>")
    assert heard(mail).media == ()


def test_a_photo_that_is_too_large_is_left_out(settings):
    settings.MOST_PHOTO_BYTES = 1000
    mail = written("Kijk:")
    mail.add_attachment(PHOTO, maintype="image", subtype="jpeg")
    found = heard(mail)
    assert (found.text, found.media) == ("Kijk:", ())


def test_no_more_than_five_photos():
    mail = written("Kijk:")
    for _ in range(9):
        mail.add_attachment(PHOTO, maintype="image", subtype="jpeg")
    assert len(heard(mail).media) == 5


def test_a_mail_that_came_along_is_not_read():
    inner = written("Geheim van een ander.")
    inner.add_attachment(PHOTO, maintype="image", subtype="jpeg")
    mail = written("Zie hieronder.")
    mail.add_attachment(inner)
    found = heard(mail)
    assert (found.text, found.media) == ("Zie hieronder.", ())


def test_to_which_letter_it_is_an_answer():
    name = f"<{'b' * 40}@localhost>"
    assert heard(written(in_reply_to=name)).answer_to == name
    assert heard(written(in_reply_to="<iets@elders.example>")).answer_to == ""


class TestComingBack:
    def progress(self, raw: bytes, **headers: str) -> Progress:
        [event] = read(handed(raw, **headers))
        assert isinstance(event, Progress)
        return event

    @pytest.mark.parametrize("status", ["5.1.1", "5.1.6", "5.1.10"])
    def test_no_such_mailbox_ends_the_address(self, status: str):
        found = self.progress(came_back(status))
        assert (found.state, found.reference) == ("gone", REFERENCE)
        assert found.reason == f"came back: {status}"

    @pytest.mark.parametrize("status", ["5.7.1", "5.2.2", "5.4.4", "5.0.0"])
    def test_any_other_refusal_keeps_it(self, status: str):
        found = self.progress(came_back(status))
        assert (found.state, found.retry) == ("failed", False)

    def test_what_failed_for_now_may_be_tried_again(self):
        found = self.progress(came_back("4.4.7"))
        assert (found.state, found.retry) == ("failed", True)

    @pytest.mark.parametrize("action", ["delayed", "delivered", "relayed"])
    def test_a_delay_or_good_news_changes_nothing(self, action: str):
        assert read(handed(came_back("4.4.1", action))) == []

    def test_an_old_server_tells_it_in_words(self):
        mail = written("Hi. This is the qmail-send program.\n<anna@x>: 550 5.1.1 unknown", to=bounce_address(REFERENCE))
        assert self.progress(mail.as_bytes(), **{"x-buurtwacht-return-path": ""}).state == "gone"

    def test_an_absence_notice_to_the_sender_of_the_envelope_changes_nothing(self):
        mail = written("Ik ben weg, code 5.1.1", to=bounce_address(REFERENCE), auto_submitted="auto-replied")
        assert read(handed(mail, **{"x-buurtwacht-return-path": ""})) == []

    def test_it_says_nothing_of_a_person(self):
        assert ANNA not in self.progress(came_back()).reason

    def test_a_report_at_the_address_for_answers_is_nothing(self):
        assert read(handed(came_back(to=reply_address(REFERENCE)))) == []
