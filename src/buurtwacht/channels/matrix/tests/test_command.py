# SPDX-License-Identifier: EUPL-1.2
"""What an operator does on the command line: the registration file, a look whether it works, a room."""

from io import StringIO

import pytest
import yaml
from django.core.management import CommandError, call_command


def run(*words):
    out, err = StringIO(), StringIO()
    call_command("matrix", *words, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_the_registration_file_says_who_we_are_and_where(matrix):
    matrix.SITE_URL = "https://buurt.example"
    file, told = run("registration")
    found = yaml.safe_load(file)
    assert (found["as_token"], found["hs_token"]) == (matrix.MATRIX_AS_TOKEN, matrix.MATRIX_HS_TOKEN)
    assert found["url"] == "https://buurt.example/kanaal/matrix"
    assert (found["sender_localpart"], found["rate_limited"]) == ("buurtwacht", False)
    assert found["namespaces"]["users"] == [{"exclusive": True, "regex": r"@buurt_.*:buurt\.example"}]
    assert told == ""


def test_without_secrets_it_makes_two_and_says_where_to_put_them(matrix):
    matrix.MATRIX_AS_TOKEN = matrix.MATRIX_HS_TOKEN = ""
    (file, told), (other, _told) = run("registration"), run("registration")
    found = yaml.safe_load(file)
    assert f"BUURTWACHT_MATRIX_AS_TOKEN={found['as_token']}" in told
    assert f"BUURTWACHT_MATRIX_HS_TOKEN={found['hs_token']}" in told
    assert len({found["as_token"], found["hs_token"], yaml.safe_load(other)["as_token"]}) == 3


def test_it_asks_for_the_name_of_the_server_first(matrix):
    matrix.MATRIX_SERVER_NAME = ""
    with pytest.raises(CommandError, match="BUURTWACHT_MATRIX_SERVER_NAME"):
        run("registration")


def test_check_says_the_first_thing_that_is_wrong(matrix):
    out = StringIO()
    with pytest.raises(CommandError, match="does not work yet"):
        call_command("matrix", "check", stdout=out)
    assert out.getvalue().startswith("NO  The homeserver does not answer")


def test_a_room_is_not_made_for_nonsense_or_without_a_homeserver(matrix):
    with pytest.raises(CommandError, match="Matrix"):
        run("room", "Vogelbuurt", "--invite", "anna")
    with pytest.raises(CommandError, match="did not do it"):
        run("room", "Vogelbuurt")


@pytest.mark.peer
def test_a_room_with_who_is_in_charge_of_it(homeserver):
    assert run("check")[0].count("ok ") == 3
    made = run("room", "Vogelbuurt", "--invite", homeserver.anna.id, "--alarm-only")[0].strip()
    homeserver.anna.join(made)
    assert homeserver.anna.say(made, "Welkom")
