# SPDX-License-Identifier: EUPL-1.2
"""From "how do I join?" to the first alert, by the rules of each preset: in real browsers, in the running demo."""

import pytest
from tests.journeys import joining as j
from tests.journeys.walking import (
    DESK,
    DESK_AT_NIGHT,
    PHONE,
    PHONE_AT_NIGHT,
    PLAIN_DESK,
    PLAIN_PHONE,
    become,
)

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]


def seen(look: dict[str, object]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("street", [pytest.param(look, id="")], indirect=True)


@seen(PHONE)
def test_nl_by_a_letter(street):
    who, page, status = j.walk(street, j.VOGELBUURT, "Noor", [j.MAIL, j.SIGN, j.ADDRESS])
    j.choose_way(page, street, status, "letter")
    eva = street.browser_of("Eva")
    j.type_code(page, status, j.code_in_letter(eva, street, "/gemeente/ede/brieven/", who))
    j.take_part(street, who, page, street.browser_of("Bram"))


@seen(DESK_AT_NIGHT)
def test_nl_ede_by_the_starter_pack(street):
    wim = become(street, "Wim", j.KLAVERVELD.coordinator_mail, "/")
    j.start(wim, j.KLAVERVELD)
    who, page, status = j.walk(street, j.KLAVERVELD, "Saar", [j.MAIL, j.SIGN, j.PACK, j.COORDINATOR])
    j.read_pack(page, street, status)
    j.let_in(wim, street, who)
    j.take_part(street, who, page, wim)


@seen(PLAIN_PHONE)
def test_nl_binnenbijster_by_signing_up(street):
    marijose = become(street, "Marie-José", j.GROENEWEG.coordinator_mail, "/")
    j.make_room(marijose, j.GROENEWEG, 100)
    who, page, _status = j.walk(street, j.GROENEWEG, "Siem", [j.MAIL, j.SIGN, j.COORDINATOR])
    j.let_in(marijose, street, who)
    j.take_part(street, who, page, marijose)


@seen(DESK)
def test_be_by_a_neighbour(street):
    who, page, status = j.walk(street, j.SMEERMAAS, "Fien", [j.MAIL, j.SIGN, j.ADDRESS])
    joris = street.browser_of("Joris")
    j.vouch(page, street, status, joris)
    j.take_part(street, who, page, joris)


@seen(PLAIN_PHONE)
def test_be_lanaken_at_once(street):
    who, page, _status = j.walk(street, j.REKEM, "Mats", [j.MAIL, j.SIGN])
    j.take_part(street, who, page, become(street, "Godelieve", j.REKEM.coordinator_mail, "/"))


@seen(PLAIN_DESK)
def test_be_gemeente_by_the_coordinator(street):
    who, page, _status = j.walk(street, j.GELLIK, "Roel", [j.MAIL, j.SIGN, j.COORDINATOR])
    stefaan = become(street, "Stefaan", j.GELLIK.coordinator_mail, "/")
    j.let_in(stefaan, street, who)
    j.take_part(street, who, page, stefaan)


@seen(PHONE_AT_NIGHT)
def test_be_bin_by_charter(street):
    who, page, _status = j.walk(street, j.NEERHAREN, "Jef", [j.MAIL, j.SIGN, j.COORDINATOR])
    luc = become(street, "Luc", j.NEERHAREN.coordinator_mail, "/")
    j.let_in(luc, street, who)
    j.take_part(street, who, page, luc)


@seen(DESK_AT_NIGHT)
def test_be_politiezone_by_the_police(street):
    who, page, _status = j.walk(street, j.VELDWEZELT, "Lies", [j.MAIL, j.SIGN, j.POLICE, j.COORDINATOR])
    j.verdict(street.browser_of("Peter"), street, who, "yes")
    rachida = become(street, "Rachida", j.VELDWEZELT.coordinator_mail, "/")
    j.let_in(rachida, street, who)
    j.take_part(street, who, page, rachida)
