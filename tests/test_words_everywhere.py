# SPDX-License-Identifier: EUPL-1.2
"""Whatever can reach others is weighed in one way, whoever writes: an insult is refused, advice is shown once."""

import re

import pytest
from django.template.loader import render_to_string

from buurtwacht.dossiers.mails import OUTCOME
from buurtwacht.dossiers.services import begin_dossier, hand_over_dossier
from buurtwacht.groups.models import HintCount
from buurtwacht.lib.ids import new_id
from buurtwacht.lib.links import link_token
from buurtwacht.outreach.models import ContactMessage
from buurtwacht.reports.tests.stories import make_report
from buurtwacht.reports.thread.services import close_report
from buurtwacht.wording.forms import NameForm, WeighedForm, reasons_in

pytestmark = pytest.mark.django_db

INSULT, HAPPY, CALM = "De buurman is een klootzak", "Wij letten samen op 😀", "Wij letten samen op."


@pytest.fixture
def report(cast):
    return make_report(cast.group, cast.bram)


@pytest.fixture
def question(cast):
    return ContactMessage.objects.create(
        organisation=cast.organisation, group=cast.group, desk="coordinators", words="Mag dat?", email="i@v.example"
    )


@pytest.fixture
def outcome(cast):
    closed = close_report(make_report(cast.group, cast.gerrit), by=cast.anna, reason="police_dealt").report
    dossier = begin_dossier(closed)
    hand_over_dossier(dossier, by=cast.anna)
    return link_token(OUTCOME, dossier.pk)


ASK = {"desk": "coordinators", "group": "vogelbuurt", "name": "Ivo", "email": "ivo@voorbeeld.example"}
SEE = {"place": "Merelweg", "minutes_ago": "0"}
TEXTS = [  # who writes, where, in which field, and what else the form wants
    ("gerrit", "/meldingen/{report.pk}/aanvullen/gezien/", "text", SEE),
    ("gerrit", "/meldingen/{report.pk}/aanvullen/persoon/", "person-0-clothing", SEE),
    ("gerrit", "/meldingen/{report.pk}/aanvullen/voertuig/", "vehicle-0-marks", SEE),
    ("gerrit", "/meldingen/{report.pk}/aanvullen/gebeld/", "text", {}),
    ("bram", "/meldingen/{report.pk}/verbeteren/", "text", {"place": "Merelweg"}),
    ("bram", "/meldingen/{report.pk}/verbeteren/", "person-0-face", {"place": "Merelweg", "text": CALM}),
    ("bram", "/meldingen/{report.pk}/intrekken/", "text", {"reason": "nothing_wrong"}),
    ("anna", "/bureau/vogelbuurt/meldingen/{report.pk}/afsluiten/", "advice", {"reason": "nothing_more"}),
    ("anna", "/bureau/vogelbuurt/groep/logboek/", "words", {"note": "yes"}),
    ("anna", "/bureau/vogelbuurt/groep/verhaal/", "goal", {"name": "Vogelbuurt"}),
    ("anna", "/bureau/vogelbuurt/vragen/{question.pk}/", "answer", {}),
    (None, "/buurtpreventie/ede/contact/", "words", ASK),
    (None, "/politie/uitkomst/{outcome}/", "own", {"outcome": "spoken_to", "sentence": "own"}),
]


@pytest.mark.parametrize(("who", "path", "field", "rest"), TEXTS, ids=lambda value: str(value)[:50])
def test_an_insult_is_refused_and_advice_is_shown_once(
    cast, login, client, report, question, outcome, who, path, field, rest
):
    writer = login(getattr(cast, who)) if who else client
    path = path.format(report=report, question=question, outcome=outcome)
    told = rest | {"entry_id": new_id()}

    refused = writer.post(path, told | {field: INSULT, "advice_seen": "1"})
    assert refused.status_code == 200
    assert "klootzak" in refused.content.decode()  # nothing is lost
    assert 'aria-invalid="true"' in refused.content.decode()
    advised = writer.post(path, told | {field: HAPPY} | shown_on(refused))
    assert advised.status_code == 200
    assert 'name="advice_seen" value="1"' in advised.content.decode()
    assert not HintCount.objects.exists()

    assert writer.post(path, told | {field: HAPPY, "advice_seen": "1"} | shown_on(advised)).status_code == 302
    counted = {one.reason: (one.shown, one.changed, one.kept) for one in HintCount.objects.filter(group=cast.group)}
    assert counted["insult"] == (1, 1, 0)
    assert counted["emoji"] == (1, 0, 1)


def test_an_insult_is_no_name(cast, login):
    answer = login(cast.bram).post("/mijn/gegevens/", {"first_name": "Klootzak"})
    assert "Buren zien deze naam." in answer.content.decode()
    cast.bram.refresh_from_db()
    assert cast.bram.first_name == "Bram"


def test_a_page_that_says_nothing_adds_nothing():
    assert "input" not in render_to_string("wording/_remarks.html", {"form": WeighedForm({})})


def test_the_hidden_field_names_reasons_and_nothing_else():
    assert reasons_in("emoji klootzak insult <script>") == {"emoji", "insult"}


def shown_on(answer):
    found = re.search(r'name="reasons_shown" value="([^"]*)"', answer.content.decode())
    return {"reasons_shown": found[1]} if found else {}


def test_a_name_gets_no_advice():
    class Form(NameForm):
        weighed = ("first_name",)

    form = Form({})
    form.full_clean()
    form.weigh(form, "first_name", "JAN 😀")
    assert not form.remarks
