# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.enrolment.applying.access import MAIL_PROOF
from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.services import mark_done
from buurtwacht.enrolment.steps import Step
from buurtwacht.groups.models import WatchGroup
from buurtwacht.groups.services import change_settings
from buurtwacht.lib.links import link_token
from buurtwacht.testing.cast import make_group

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_form_of_a_group(cast, seen_well):
    seen_well("/aanmelden/vogelbuurt/?postcode=6711AB&huisnummer=14", name="aanmelden-nl")


def test_the_longest_form_there_is(cast, seen_well):
    group = make_group(cast.organisation, "Rekem", preset="be-politiezone", status=WatchGroup.Status.FORMING)
    change_settings(group, {"national_number_authorisation": "FO 12/2026"})

    seen_well("/aanmelden/rekem/", name="aanmelden-be-politiezone")


def test_the_page_of_an_application(cast, apply_to, seen_well):
    token = link_token(APPLICANT, apply_to(cast.group, postcode="6711 AB", town="Ede").pk)

    seen_well(f"/aanmelding/{token}/", name="aanmelding")
    seen_well(f"/aanmelding/{token}/gegevens/", name="aanmelding-gegevens")
    seen_well(f"/aanmelding/{token}/stoppen/", name="aanmelding-stoppen")
    seen_well("/aanmelding/gestopt/", name="aanmelding-gestopt")


def test_the_waiting_list(cast, apply_to, seen_well):
    group = change_settings(make_group(cast.organisation, "Klein", preset="be-lanaken"), {"most_members": 2})
    waiting = [mark_done(apply_to(group, name), Step.SIGN) for name in ("Ans", "Bas", "Cor", "Dirkje")][-1]

    seen_well(f"/aanmelding/{link_token(APPLICANT, waiting.pk)}/", name="aanmelding-wachtlijst")


def test_the_link_in_the_mail(cast, apply_to, seen_well):
    application = apply_to(cast.group, email_proven_at=None)

    seen_well(f"/aanmelding/{link_token(MAIL_PROOF, application.pk)}/bevestigen/", name="aanmelding-bevestigen")
