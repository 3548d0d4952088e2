# SPDX-License-Identifier: EUPL-1.2
import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from buurtwacht.dossiers import mails, services
from buurtwacht.dossiers.models import Dossier, Handover
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.lib.links import link_token
from buurtwacht.testing.chance import without_chance


@pytest.fixture
def handed_over(dossier, anna):
    handover = services.hand_over_dossier(dossier, by=anna)
    handle_due_lines()
    return Handover.objects.get(pk=handover.pk)


def link_in(text: str, part: str) -> str:
    return re.search(rf"http://localhost:8000(/politie/{part}/\S+)", text)[1]


def test_closing_a_report_puts_a_dossier_on_the_desk(report, group):
    handle_due_lines()

    dossier = Dossier.objects.get(report=report)
    assert dossier.status == Dossier.Status.TO_REVIEW
    assert re.fullmatch(r"20\d\d-0001", dossier.number)


def test_on_request_only_means_that_nothing_happens_by_itself(cast):
    from buurtwacht.dossiers.tests.support import make_closed_report

    cast.group.preset = "nl-ede"
    cast.group.save()
    report = make_closed_report(cast)
    handle_due_lines()

    assert not Dossier.objects.filter(report=report).exists()


def test_link_and_code_travel_apart(handed_over):
    link, code = mail.outbox

    assert link.to == ["politie@voorbeeld.example"]
    assert code.to == ["dirk@voorbeeld.example"]
    assert handed_over.code in code.body
    assert handed_over.code not in link.body
    assert "/politie/open/" in link.body
    assert "/politie/open/" not in code.body


def test_the_mail_tells_nothing_of_what_happened(handed_over):
    for sent in mail.outbox:
        for word in ("poorten", "Lijsterstraat", "Bram", "V38", "rugzak"):
            assert word not in without_chance(sent.subject + sent.body)


def test_the_code_opens_the_dossier_once(handed_over, client):
    url = link_in(mail.outbox[0].body, "open")
    assert client.get(url).status_code == 200  # looking uses nothing up

    opened = client.post(url, {"code": handed_over.code}, follow=True)

    assert opened.status_code == 200
    assert "Man voelt aan achterpoorten" in opened.content.decode()
    from django.test import Client

    again = Client().post(url, {"code": handed_over.code})
    assert again.status_code == 410
    assert "doet het niet meer" in again.content.decode()


def test_a_wrong_code_is_a_friendly_sentence_and_five_end_it(handed_over, client):
    url = link_in(mail.outbox[0].body, "open")
    wrong = "000000" if handed_over.code != "000000" else "111111"
    answer = client.post(url, {"code": wrong})
    assert "Dat is niet de code" in answer.content.decode()
    for _ in range(4):
        client.post(url, {"code": wrong})

    assert client.post(url, {"code": handed_over.code}).status_code == 410
    assert Line.objects.filter(action="dossier.code_refused").count() == 5


def test_an_old_link_does_not_work(handed_over, client):
    Handover.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert client.post(link_in(mail.outbox[0].body, "open"), {"code": handed_over.code}).status_code == 410


@pytest.mark.parametrize("token", ["x", "A" * 43, "....", "é"])
def test_a_forged_link_is_no_such_dossier(db, client, token):
    assert client.get(f"/politie/open/{token}/").status_code == 404
    assert client.get(f"/politie/uitkomst/{token}/").status_code == 404


def test_a_link_for_one_thing_opens_nothing_else(handed_over, client):
    token = link_token(mails.OPEN, handed_over.pk)

    assert client.get(f"/politie/uitkomst/{token}/").status_code == 404


def test_a_new_link_ends_the_old_one(handed_over, dossier, anna, client):
    services.hand_over_dossier(dossier, by=anna)

    assert client.post(link_in(mail.outbox[0].body, "open"), {"code": handed_over.code}).status_code == 410


def test_the_same_sealed_file_goes_again(handed_over, dossier, anna):
    second = services.hand_over_dossier(dossier, by=anna)

    assert bytes(second.digest) == bytes(handed_over.digest)


def test_mail_that_fails_is_tried_again_and_sent_once(dossier, anna, settings):
    services.hand_over_dossier(dossier, by=anna)
    settings.EMAIL_BACKEND = "no.such.Backend"
    handle_due_lines()
    assert mail.outbox == []
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Line.objects.filter(handled_at=None).update(due_at=timezone.now())
    handle_due_lines()
    handle_due_lines()

    assert len(mail.outbox) == 2


def test_without_a_police_mailbox_nothing_leaves(dossier, anna, cast):
    cast.organisation.police_mailbox = ""
    cast.organisation.save()

    with pytest.raises(DomainError, match="geen mailadres"):
        services.hand_over_dossier(dossier, by=anna)


def test_the_downloads_are_what_was_sealed(handed_over, client):
    client.post(link_in(mail.outbox[0].body, "open"), {"code": handed_over.code})
    base = f"/politie/dossiers/{handed_over.dossier_id}"

    package = client.get(f"{base}.zip")
    assert package.content == bytes(handed_over.package)
    assert client.get(f"{base}.pdf").content.startswith(b"%PDF-")
    assert client.get(f"{base}.json").json()["format"] == "buurtwacht-dossier/1"


def test_nobody_else_can_download(handed_over, client, login, farid, bram, eva):
    url = f"/politie/dossiers/{handed_over.dossier_id}.zip"

    assert client.get(url).status_code == 404
    for person in (farid, bram, eva):
        assert login(person).get(url).status_code == 404


def test_the_officer_who_is_signed_in_may_look(handed_over, login, dirk):
    assert login(dirk).get(f"/politie/dossiers/{handed_over.dossier_id}/").status_code == 200


@pytest.mark.parametrize(("preset", "status"), [("nl", 200), ("be", 200), ("nl-ede", 404), ("be-politiezone", 404)])
def test_signing_in_opens_dossiers_only_where_the_policy_says_so(handed_over, login, dirk, cast, preset, status):
    cast.group.preset = preset
    cast.group.save()

    assert login(dirk).get(f"/politie/dossiers/{handed_over.dossier_id}/").status_code == status
    listed = f"Dossier {Dossier.objects.get().number}" in login(dirk).get("/politie/").content.decode()
    assert listed is (status == 200)
