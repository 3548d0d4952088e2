# SPDX-License-Identifier: EUPL-1.2
"""The whole story on the pages of the site: flag, case, two administrators, the member, a judge, and back again."""

import pytest
from django.core import mail
from django.utils import timezone

from buurtwacht.groups.queries import membership_in
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.moderation.flagging.services.bringing import bring_to_people
from buurtwacht.moderation.models import Appeal, Case, Flag, Measure
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.tests.threads import sighting

SAID = "Man met een zwarte jas voelt aan autodeuren bij nummer 12"
WHY = "Ik wilde alleen waarschuwen."


@pytest.fixture
def report(scene):
    return make_report(scene.group, scene.gerrit)


@pytest.fixture
def removal(scene, report, login):
    """Farid's neighbour Gerrit flags what Bram wrote; Anna opens a case and proposes; Ingrid agrees."""
    entry = sighting(report, scene.bram, SAID)
    flag = f"/meldingen/{report.pk}/regel/{entry.pk}/vlag/"
    assert login(scene.gerrit).post(flag, {"reason": "private", "words": "Dat is mijn buurman."}).status_code == 302
    bring_to_people(entry)
    anna, ingrid, desk = login(scene.anna), login(scene.ingrid), f"/bureau/{scene.group.slug}/zaken/"
    about = {"rule": "words", "quoted": SAID, "note": "Een buurman werd herkend."}
    assert anna.post(f"{desk}nieuw/over/{entry.pk}/", about).status_code == 302
    case = Case.objects.get()
    step = {"reason": "Namen en huisnummers horen hier niet."}
    assert anna.post(f"{desk}{case.pk}/stap/removal/", step).status_code == 302
    measure = Measure.objects.get()
    assert anna.post(f"{desk}{case.pk}/antwoord/{measure.pk}/", {"agree": "1"}).status_code == 400
    assert membership_in(scene.bram, scene.group) is not None
    assert ingrid.post(f"{desk}{case.pk}/antwoord/{measure.pk}/", {"agree": "1"}).status_code == 302
    handle_due_lines()
    return Measure.objects.get()


def appeal_by_mail(scene, removal, client) -> Appeal:
    """Bram opens the link in his mail, reads, and appeals."""
    [letter] = [one for one in mail.outbox if one.to == [scene.bram.email] and "/zaak/" in one.body]
    page = f"/zaak/{letter.body.split('/zaak/')[1].split()[0]}"
    shown = client.get(page).content.decode()
    assert SAID in shown
    assert "Namen en huisnummers horen hier niet." in shown
    assert "mijn buurman" not in shown
    assert "Gerrit" not in shown
    client.post(f"{page}bezwaar/{removal.pk}/", {"words": WHY})
    return Appeal.objects.get()


def test_flag_removal_appeal_and_the_member_reads_again(scene, report, removal, client, login):
    bram = login(scene.bram)
    assert bram.get(f"/meldingen/{report.pk}/").status_code == 404

    appeal = appeal_by_mail(scene, removal, client)
    told = {"verdict": "overturned", "answer": "Een waarschuwing was genoeg geweest.", "advice_seen": "1"}
    login(scene.farid).post(f"/bezwaar/{appeal.pk}/", told)
    handle_due_lines()

    member = membership_in(scene.bram, scene.group)
    assert member is not None
    member.welcomed_at = timezone.now()  # who comes back reads and agrees to the rules again
    member.save(update_fields=["welcomed_at"])
    assert bram.get(f"/meldingen/{report.pk}/").status_code == 200
    page = bram.get(f"/mijn/zaak/{removal.case_id}/").content.decode()
    assert "Een waarschuwing was genoeg geweest." in page
    assert "U kunt zich weer aanmelden na" not in page
    assert Flag.objects.get().by == scene.gerrit


def test_flag_removal_appeal_and_the_measure_stays(scene, report, removal, client, login):
    appeal = appeal_by_mail(scene, removal, client)
    told = {"verdict": "upheld", "answer": "Een huisnummer hoort niet in een melding.", "advice_seen": "1"}
    login(scene.eva).post(f"/bezwaar/{appeal.pk}/", told)
    handle_due_lines()

    assert membership_in(scene.bram, scene.group) is None
    assert login(scene.bram).get(f"/meldingen/{report.pk}/").status_code == 404
    assert "Een huisnummer hoort niet in een melding." in mail.outbox[-1].body
    again = client.post(f"/mijn/zaak/{removal.case_id}/bezwaar/{removal.pk}/", {"words": WHY})
    assert again.status_code == 302
    assert Appeal.objects.count() == 1
