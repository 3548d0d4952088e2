# SPDX-License-Identifier: EUPL-1.2
"""An applicant agrees, in the way that the policy of the group asks."""

import pytest
from django.core import mail

from buurtwacht.enrolment.models import Acceptance
from buurtwacht.enrolment.services.advance import step_of
from buurtwacht.enrolment.signing.mark import TICK, written
from buurtwacht.enrolment.signing.queries import text_of
from buurtwacht.enrolment.signing.services import accept_by_signing_up, sign_application
from buurtwacht.enrolment.signing.texts import text_for
from buurtwacht.enrolment.steps import Step
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines
from buurtwacht.lib.errors import DomainError
from buurtwacht.policy.presets import PRESETS

from .conftest import DRAWN

KINDS = {
    "be-politiezone": ["declaration", "rules", "transfer"],
    "nl-binnenbijster": ["rules"],
    "be-gemeente": ["rules"],
    "nl-ede": ["rules"],
    "be-lanaken": ["rules"],
    "nl": ["rules"],
    "be": ["declaration", "rules"],
    "be-bin": ["charter", "rules"],
}
TICKS = {"adult": "on", "agree": "on", "transfer": "on"}


def kinds_of(application) -> list[str]:
    return sorted(application.acceptances.values_list("kind", flat=True))


@pytest.mark.parametrize("preset", PRESETS)
def test_each_preset_keeps_what_it_asks_people_to_agree_to(preset, group_of, apply_to, page_of, client):
    application = apply_to(group_of(preset))

    answer = client.post(page_of(application), TICKS | {"strokes": DRAWN, "name": "", "place": "Ede"})

    assert answer.status_code == 302
    application.refresh_from_db()
    assert application.signed_at is not None
    assert step_of(application) is not Step.SIGN
    assert kinds_of(application) == sorted(KINDS[preset])
    signed = application.acceptances.exclude(signature=None)
    assert [one.kind for one in signed] == KINDS[preset][: len(KINDS[preset]) > 1]


def test_a_drawn_signature_is_kept_with_text_version_time_and_place(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))

    client.post(page_of(application), TICKS | {"strokes": DRAWN, "name": "Chantal Vos", "place": "Smeermaas"})

    kept = application.acceptances.get(kind="declaration")
    text = text_for("declaration", application.group, "nl")
    assert (kept.way, kept.text, kept.digest, kept.language) == ("drawn", "be/declaration/1", text.digest, "nl")
    assert (kept.signed_name, kept.place, bytes(kept.signature).decode()) == ("Chantal Vos", "Smeermaas", DRAWN)
    assert application.acceptances.get(kind="rules").way == "ticked"


def test_a_typed_name_counts_just_as_much(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))

    client.post(page_of(application), TICKS | {"name": "Chantal Vos", "place": "Ede"})

    kept = application.acceptances.get(kind="declaration")
    assert (kept.way, kept.signed_name, kept.signature) == ("typed", "Chantal Vos", None)


@pytest.mark.parametrize("preset", PRESETS)
def test_nothing_is_ticked_beforehand(preset, group_of, apply_to, page_of, client):
    page = client.get(page_of(apply_to(group_of(preset)))).content.decode()

    assert 'type="checkbox"' in page
    assert "checked" not in page


@pytest.mark.parametrize(
    ("left_out", "says"),
    [("adult", "18 jaar"), ("agree", "akkoord"), ("name", "handtekening"), ("place", "plaats")],
)
def test_what_lacks_is_asked_for_and_nothing_is_lost(left_out, says, group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))
    given = TICKS | {"name": "Chantal Vos", "place": "Rekem"}
    del given[left_out]

    page = client.post(page_of(application), given).content.decode()

    assert "Eén ding klopt nog niet" in page
    assert says in page
    assert ("Rekem" in page) is (left_out != "place")
    assert ("Chantal Vos" in page) is (left_out != "name")
    assert kinds_of(application) == []


def test_a_police_zone_asks_for_the_transfer_apart(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be-politiezone"))
    given = {"adult": "on", "agree": "on", "name": "Chantal Vos", "place": "Ede"}

    refused = client.post(page_of(application), given)
    assert refused.status_code == 200
    assert kinds_of(application) == []

    client.post(page_of(application), given | {"transfer": "on"})
    assert kinds_of(application) == ["declaration", "rules", "transfer"]
    with pytest.raises(DomainError):
        sign_application(apply_to(application.group, "Daan"), written(strokes="", name="Daan"))


def test_where_a_signature_is_asked_a_tick_is_not_enough(group_of, apply_to):
    application = apply_to(group_of("be"))

    with pytest.raises(DomainError, match="teken uw handtekening"):
        sign_application(application, TICK)

    assert kinds_of(application) == []


def test_signing_twice_is_refused_and_leads_on(group_of, apply_to, page_of, client):
    application = apply_to(group_of("nl"))
    client.post(page_of(application), TICKS)

    assert client.get(page_of(application)).status_code == 302
    with pytest.raises(DomainError, match="al ondertekend"):
        sign_application(application, TICK)
    assert kinds_of(application) == ["rules"]


def test_asking_to_join_is_agreeing_only_where_the_source_says_so(group_of, apply_to):
    by_asking = accept_by_signing_up(apply_to(group_of("nl-binnenbijster")))
    by_ticking = accept_by_signing_up(apply_to(group_of("nl")))

    [kept] = by_asking.acceptances.all()
    assert (kept.kind, kept.way, kept.text) == ("rules", "signed_up", "nl-binnenbijster/rules/1")
    assert by_ticking.signed_at is None
    assert Line.objects.filter(action="application.signed", facts__way="signed_up").count() == 1


def test_the_journal_holds_no_name_and_no_place(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))

    client.post(page_of(application), TICKS | {"name": "Chantal Vos", "place": "Rekem"})

    lines = str(list(Line.objects.values_list("facts", flat=True)))
    assert "Vos" not in lines
    assert "Rekem" not in lines


def test_the_copy_comes_by_mail_once(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be-lanaken"))  # joins at once, so that the address has moved to the person

    client.post(page_of(application), TICKS)
    handle_due_lines()

    copies = [one for one in mail.outbox if one.attachments]
    assert [one.to for one in copies] == [["chantal.new@voorbeeld.example"]]
    assert Acceptance.objects.get(application=application).person is not None


def test_no_copy_goes_to_an_address_that_is_not_proven(group_of, apply_to):
    accept_by_signing_up(apply_to(group_of("nl-binnenbijster"), email_proven_at=None))
    handle_due_lines()

    assert [one for one in mail.outbox if one.attachments] == []


def test_a_drawing_without_a_typed_name_is_kept_with_the_name_of_the_applicant(group_of, apply_to, page_of, client):
    application = apply_to(group_of("be"))

    client.post(page_of(application), TICKS | {"strokes": DRAWN, "name": "", "place": "Ede"})

    assert application.acceptances.get(kind="declaration").signed_name == "Chantal Vos"
    assert application.acceptances.get(kind="rules").signed_name == ""


def test_the_words_about_the_police_are_kept_as_they_were_read(group_of, apply_to):
    signed = sign_application(apply_to(group_of("be-politiezone")), written(strokes=DRAWN, name=""), transfer=True)
    transfer = signed.acceptances.get(kind="transfer")
    signed.group.organisation.police_name = "Politiezone Elders"

    text = text_of(transfer)
    assert text.opening.startswith("Mijn naam en adres gaan naar Basisteam Ede")
    assert (text.id, text.points) == ("be-politiezone/transfer/1", ())
