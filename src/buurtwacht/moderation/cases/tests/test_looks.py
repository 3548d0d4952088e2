# SPDX-License-Identifier: EUPL-1.2
"""What the pages of cases look like: accessible, nothing sticking out, on a phone and on a desk."""

import pytest

from buurtwacht.groups.models import Membership
from buurtwacht.moderation.cases.services import ask_change, propose_measure

LONG = (
    "Noemde twee keer een buurvrouw voor van alles onder een melding, ook nadat het programma en een buur het vroegen."
)


@pytest.fixture
def case(street):
    case = street.case_about(
        street.karin,
        rule="no_discussion",
        quoted="Wat een idioot ben jij, lees de regels eens voordat je weer iets plaatst over mijn bezoek.",
        note=LONG,
    )
    propose_measure(case, "warning", by=street.anna, reason="Zo praten we hier niet met elkaar.")
    return case


@pytest.mark.browser
def test_the_case_that_waits_for_a_second_yes(case, street, seen_well):
    propose_measure(case, "removal", by=street.anna, reason="Het gebeurde na een waarschuwing opnieuw, twee keer.")
    seen_well(f"/bureau/vogelbuurt/zaken/{case.pk}/", street.jonas, "case-second")
    seen_well("/bureau/vogelbuurt/zaken/", street.jonas, "cases")


@pytest.mark.browser
def test_the_steps_and_the_forms(case, street, seen_well):
    seen_well(f"/bureau/vogelbuurt/zaken/{case.pk}/stap/suspension/", street.anna, "case-step")
    seen_well(f"/bureau/vogelbuurt/zaken/nieuw/{street.member(street.bram).pk}/", street.anna, "case-open")
    seen_well("/bureau/vogelbuurt/zaken/besluiten/", street.ingrid, "case-decisions")


@pytest.mark.browser
def test_another_coordinator_stops_with_a_second_yes(street, seen_well):
    there = street.member(street.ingrid)
    seen_well(f"/bureau/vogelbuurt/zaken/coordinator/{there.pk}/stoppen/", street.anna, "coordinator-stops")
    seen_well("/bureau/vogelbuurt/groep/coordinatoren/", street.anna, "coordinators")
    Membership.objects.filter(person__in=(street.anna, street.jonas)).update(street="Mezenlaan", house_number="3")
    measure = ask_change(there, "relief", by=street.anna, reason="Ingrid verhuisde in mei en antwoordt niet meer.")
    seen_well(f"/bureau/vogelbuurt/zaken/{measure.case_id}/", street.jonas, "coordinator-stops-housemate")
