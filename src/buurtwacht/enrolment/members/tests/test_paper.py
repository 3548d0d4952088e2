# SPDX-License-Identifier: EUPL-1.2
"""Somebody without a smartphone: on paper, and reached in another way (C14, R083)."""

import io

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from buurtwacht.enrolment.applying.facts import ApplicantFacts
from buurtwacht.enrolment.members.services import Paper, enter_paper, set_proxy
from buurtwacht.enrolment.models import Acceptance, Application
from buurtwacht.enrolment.signing.printed import print_code
from buurtwacht.enrolment.signing.texts import text_for
from buurtwacht.groups.models import Membership
from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.presets import PRESETS
from buurtwacht.testing.cast import join, make_group, make_person

URL = "/bureau/vogelbuurt/leden/op-papier/"
ANS = ApplicantFacts(first_name="Ans", family_name="Mol", street="Merelweg", house_number="3", phone="+31612345678")
TYPED = {
    "first_name": "Ans",
    "family_name": "Mol",
    "postcode": "6711 AB",
    "house_number": "3",
    "street": "Merelweg",
    "town": "Ede",
    "kind": "lives",
    "is_adult": "on",
    "phone": "06 12345678",
    "phone_was_called": "on",
    "is_signed": "on",
    "proof": "signature",
}


@pytest.fixture(autouse=True)
def paper_in_hand(cast, monkeypatch):
    """The house rules of the group, printed today."""
    monkeypatch.setitem(TYPED, "form_code", print_code(cast.group, [text_for("rules", cast.group, "nl")]))


def scan():
    file = io.BytesIO()
    Image.new("RGB", (40, 60), "white").save(file, "PNG")
    return SimpleUploadedFile("papier.png", file.getvalue(), "image/png")


def test_a_neighbour_on_paper_takes_part_at_once(signed, login):
    page = login(signed.anna).post(URL, TYPED | {"scan": scan()})

    assert page.status_code == 302
    membership = next(one for one in Membership.objects.all() if one.person.first_name == "Ans")
    assert (membership.street, membership.phone) == ("Merelweg", "+31612345678")
    assert membership.person.email.endswith(".invalid")
    [paper] = (
        Acceptance.objects.filter(person=membership.person, kind="declaration")
        or Acceptance.objects.filter(person=membership.person)[:1]
    )
    assert paper.way == "paper"
    assert bytes(paper.signature)[:2] == b"\xff\xd8"
    assert Application.objects.get(source="paper").status == "joined"


def test_a_letter_with_a_code_is_the_other_proof(signed, login):
    login(signed.anna).post(URL, TYPED | {"proof": "letter"})

    application = Application.objects.get(source="paper")
    assert application.status == "checking"
    assert application.address_proofs.get().way == "letter"


def test_who_gives_a_mail_address_confirms_it_from_the_mail(signed, login):
    login(signed.anna).post(URL, TYPED | {"email": "ans@voorbeeld.example"})
    handle_due_lines()

    application = Application.objects.get(source="paper")
    assert application.email_proven_at is None
    assert application.signed_at is not None
    assert [letter.to for letter in mail.outbox] == [["ans@voorbeeld.example"]]


@pytest.mark.parametrize(
    ("lacks", "field"),
    [
        ({"phone_was_called": ""}, "phone_was_called"),
        ({"is_signed": ""}, "is_signed"),
        ({"phone": ""}, "phone"),
        ({"street": ""}, "street"),
        ({"phone": "06-12"}, "phone"),
        ({"phone": "0318 123456"}, "phone"),
        ({"scan": SimpleUploadedFile("a.png", b"no picture", "image/png")}, "scan"),
    ],
)
def test_what_lacks_is_said_and_nothing_is_lost(signed, login, lacks, field):
    page = login(signed.anna).post(URL, TYPED | lacks)

    assert page.status_code == 400
    assert field in page.context["form"].errors
    assert "Mol" in page.content.decode()
    assert not Application.objects.exists()


def test_a_neighbour_who_agreed_rings_at_the_door(signed, login):
    bram = membership_in(signed.bram, signed.group)
    client = login(signed.anna)
    typed = TYPED | {"phone": "", "phone_was_called": "", "proxy": str(bram.pk)}

    assert "proxy_agreed" in client.post(URL, typed).context["form"].errors
    client.post(URL, typed | {"proxy_agreed": "on"})

    membership = next(one for one in Membership.objects.all() if one.person.first_name == "Ans")
    assert membership.proxy == bram


def test_somebody_whom_nothing_reaches_is_not_added(signed):
    facts = ApplicantFacts(first_name="Ans", street="Merelweg")

    with pytest.raises(DomainError):
        enter_paper(signed.group, facts, Paper(), by=signed.anna)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_takes_paper_as_far_as_it_goes(cast, preset):
    group = make_group(cast.organisation, f"Buurt {preset}", preset=preset)
    join(group, cast.anna, "coordinator")
    facts = ApplicantFacts(first_name="Ans", street="Merelweg", phone="+31612345678", agreed_to_transfer=True)
    paper = Paper(name="Ans Mol", phone_was_called=True, pack_was_given=True)

    application = enter_paper(group, facts, paper, by=cast.anna)

    assert application.status == ("checking" if preset == "be-politiezone" else "joined")
    assert application.signed_at is not None


class TestRinging:
    @pytest.fixture
    def ans(self, signed):
        return join(signed.group, make_person("Ans"))

    def url(self, ans, more=""):
        return f"/bureau/vogelbuurt/leden/{ans.pk}/{more}"

    def test_the_coordinator_writes_down_who_rings(self, ans, signed, login):
        bram = membership_in(signed.bram, signed.group)
        client = login(signed.anna)

        assert client.post(self.url(ans, "aanbellen/"), {"proxy": str(bram.pk)}).status_code == 400
        client.post(self.url(ans, "aanbellen/"), {"proxy": str(bram.pk), "agreed": "on"})
        ans.refresh_from_db()
        assert ans.proxy == bram

        client.post(self.url(ans, "aanbellen/"), {"stop": "1"})
        ans.refresh_from_db()
        assert ans.proxy is None

    def test_who_rings_can_stop(self, ans, signed, login):
        set_proxy(ans, membership_in(signed.bram, signed.group), by=signed.anna)
        client = login(signed.bram)

        assert "Ans" in client.get("/groepen/vogelbuurt/aanbellen/").content.decode()
        client.post("/groepen/vogelbuurt/aanbellen/", {"stop": str(ans.pk)})

        ans.refresh_from_db()
        assert ans.proxy is None
        assert Line.objects.filter(action="proxy.ended", by_id=signed.bram.pk).exists()

    def test_nobody_stops_the_ringing_of_another(self, ans, signed, login):
        set_proxy(ans, membership_in(signed.bram, signed.group), by=signed.anna)

        login(signed.gerrit).post("/groepen/vogelbuurt/aanbellen/", {"stop": str(ans.pk)})

        ans.refresh_from_db()
        assert ans.proxy is not None

    def test_only_a_neighbour_of_the_group_who_hears_alerts_can_ring(self, ans, signed, login):
        farid = membership_in(signed.farid, signed.next_group)

        with pytest.raises(DomainError):
            set_proxy(ans, farid, by=signed.anna)
        page = login(signed.anna).get(self.url(ans))
        choices = [words for key, words in page.context["proxy_form"].fields["proxy"].choices if key]
        assert choices == ["Anna, Mezenlaan", "Bram, Merelweg", "Gerrit, Vinkenlaan"]


class TestServing:
    def test_who_serves_reads_once_what_that_means(self, cast):
        join(cast.group, make_person("Ivo"))
        facts = ApplicantFacts(first_name="Ans", street="Merelweg", phone="+31612345678", serves=True)
        paper = Paper(phone_was_called=True)
        application = enter_paper(cast.group, facts, paper, by=cast.anna)
        application.person.email = "ans@voorbeeld.example"
        application.person.save()

        handle_due_lines()

        letters = [letter for letter in mail.outbox if letter.to == ["ans@voorbeeld.example"]]
        assert any("als buur" in letter.body for letter in letters)

    def test_others_read_nothing_of_it(self, cast):
        facts = ApplicantFacts(first_name="Ans", street="Merelweg", phone="+31612345678")
        application = enter_paper(cast.group, facts, Paper(phone_was_called=True), by=cast.anna)
        application.person.email = "ans@voorbeeld.example"
        application.person.save()

        handle_due_lines()

        assert not any("als buur" in letter.body for letter in mail.outbox)
