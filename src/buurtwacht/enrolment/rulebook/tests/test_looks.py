# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.urls import reverse

from buurtwacht.enrolment.rulebook.services import add_rule, change_rule, publish_rules
from buurtwacht.enrolment.signing.texts.own import Wording

from .conftest import BELL, GATE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def drafted(with_gate):
    """A rule that holds, other words for it in the draft, and a new rule."""
    other = {
        "nl": GATE["nl"]._replace(words="Ook als ik maar even weg ben."),
        "en": Wording("I close the gate.", "Always."),
    }
    change_rule(with_gate.group, with_gate.gate, other, by=with_gate.anna)
    add_rule(with_gate.group, BELL, by=with_gate.anna)
    return with_gate


def test_the_list_of_rules_is_comfortable(drafted, seen_well):
    seen_well(reverse("desk_rules", args=[drafted.group.slug]), drafted.anna, "regels")
    seen_well(reverse("desk_rules_publish", args=[drafted.group.slug]), drafted.anna, "regels-publiceren")


def test_writing_a_rule_is_comfortable(drafted, seen_well):
    seen_well(reverse("desk_rule", args=[drafted.group.slug, drafted.gate]), drafted.anna, "regel-wijzigen")


def test_reading_the_rules_is_comfortable(drafted, seen_well):
    publish_rules(drafted.group, by=drafted.anna)
    seen_well(reverse("own_agreement", args=[drafted.group.slug]), drafted.bram, "mijn-regels")
    seen_well(reverse("public_group", args=[drafted.organisation.slug, drafted.group.slug]), None, "site-regels")


def test_a_rule_is_written_and_published_without_a_script(agreed, browser_page):
    page = browser_page(width=360, javascript=False, person=agreed.anna)
    page.goto(reverse("desk_rules", args=[agreed.group.slug]))
    page.get_by_role("link", name="Een afspraak toevoegen").click()
    page.get_by_label("De afspraak in een paar woorden").first.fill("Wij gaan samen patrouilleren.")
    page.get_by_label("Wat dat betekent").first.fill("Elke avond.")
    page.get_by_role("button", name="In het concept zetten").click()
    page.get_by_role("heading", name="Dit kan beter").wait_for()
    page.get_by_label("De afspraak in een paar woorden").first.fill("Ik groet wie ik tegenkom.")
    page.get_by_label("Wat dat betekent").first.fill("Ook wie ik niet ken.")
    page.get_by_role("button", name="In het concept zetten").click()
    page.get_by_role("link", name="Bekijken en publiceren").click()
    page.get_by_role("button", name="Nu publiceren").click()

    page.get_by_text("De nieuwe afspraken gelden.").wait_for()
    assert page.get_by_text("U kijkt naar een concept").count() == 0
