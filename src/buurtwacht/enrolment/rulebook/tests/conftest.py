# SPDX-License-Identifier: EUPL-1.2
import pytest

from buurtwacht.enrolment.rulebook.services import add_rule, publish_rules
from buurtwacht.enrolment.signing.mark import TICK
from buurtwacht.enrolment.signing.services import accept_again
from buurtwacht.enrolment.signing.texts.own import Wording
from buurtwacht.groups.queries import membership_in

GATE = {"nl": Wording("Ik doe de poort dicht.", "Ook als ik zo terug ben.", "Dan loopt er niemand ongezien binnen.")}
BELL = {"nl": Wording("Ik bel 's avonds niet aan.", "Na tien uur stuur ik liever een bericht.")}


@pytest.fixture
def agreed(cast):
    """Everybody agreed to the rules of now."""
    for person in (cast.anna, cast.bram, cast.gerrit):
        accept_again(membership_in(person, cast.group), TICK)
    return cast


@pytest.fixture
def with_gate(agreed):
    """The group added a rule, after everybody had agreed: nobody has agreed to it yet."""
    agreed.gate = add_rule(agreed.group, GATE, by=agreed.anna).key
    publish_rules(agreed.group, by=agreed.anna)
    return agreed
