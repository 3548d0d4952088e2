# SPDX-License-Identifier: EUPL-1.2
"""The pages on which a coordinator writes the rules, step by step as in a browser without JavaScript."""

import re

import pytest
from django.urls import reverse

from buurtwacht.enrolment.models import RuleEdition
from buurtwacht.enrolment.rulebook.queries import draft_of, working_rules
from buurtwacht.enrolment.rulebook.services import add_rule, publish_rules
from buurtwacht.enrolment.signing.texts import rules_of
from buurtwacht.groups.services import change_settings

from .conftest import BELL, GATE

WRITTEN = {"lead_nl": "Ik doe de poort dicht.", "words_nl": "Ook als ik zo terug ben.", "why_nl": "Dan is het veilig."}


@pytest.fixture
def desk(agreed, login):
    """Anna at her desk, and the addresses."""
    return login(agreed.anna)


def url(group, name: str = "desk_rules", *more: object) -> str:
    return reverse(name, args=[group.slug, *more])


def test_from_an_empty_list_to_a_rule_that_holds(agreed, desk):
    group = agreed.group
    empty = desk.get(url(group)).content.decode()
    desk.post(url(group, "desk_rule_new"), WRITTEN)
    listed = desk.get(url(group)).content.decode()
    preview = desk.get(url(group, "desk_rules_publish")).content.decode()
    seen = re.search(r'name="seen" value="(\w+)"', preview)
    assert seen is not None
    after = desk.post(url(group, "desk_rules_publish"), {"seen": seen[1], "publish": "yes"}, follow=True)

    assert "Uw groep heeft nog niets toegevoegd" in empty
    assert "U kijkt naar een concept" in listed
    assert "Ik doe de poort dicht." in listed
    assert "3 leden" in preview
    assert "Nieuw:" in preview
    assert "U kijkt naar een concept" not in after.content.decode()
    assert rules_of(group, "nl")[-1].why == "Dan is het veilig."


def test_every_fixed_rule_says_where_it_comes_from(agreed, desk):
    page = desk.get(url(agreed.group)).content.decode()

    assert page.count("> Vast<") + page.count(">Vast<") + page.count("Vast</span>") >= len(rules_of(agreed.group))
    assert "Van: Nederland, ons advies" in page
    assert "Volgt de instelling" in page


def test_advice_is_shown_once_and_may_be_refused(agreed, desk):
    patrol = WRITTEN | {"lead_nl": "Wij gaan samen patrouilleren."}
    first = desk.post(url(agreed.group, "desk_rule_new"), patrol)
    desk.post(url(agreed.group, "desk_rule_new"), patrol | {"as_it_is": "on"})

    assert first.status_code == 400
    assert "patrouilleren" in first.content.decode()
    assert "Ik heb het advies gelezen" in first.content.decode()
    assert [rule.point("nl").lead for rule in working_rules(agreed.group).rules] == ["Wij gaan samen patrouilleren."]


def test_words_that_hurt_are_refused_and_nothing_is_lost(agreed, desk):
    sent = WRITTEN | {"words_nl": "Marokkanen horen hier niet.", "as_it_is": "on"}
    page = desk.post(url(agreed.group, "desk_rule_new"), sent)

    assert page.status_code == 400
    assert "Marokkanen horen hier niet." in page.content.decode()
    assert "Dan is het veilig." in page.content.decode()
    assert draft_of(agreed.group) is None


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"lead_nl": " ", "words_nl": "\x00"},
        {"lead_nl": "x" * 81, "words_nl": "Goed."},
        {"lead_nl": "Goed.", "words_nl": "x" * 5000},
        WRITTEN | {"lead_fr": "Seulement."},
        WRITTEN | {"lead_nl": "IK BEL EERST 112."},
    ],
)
def test_bad_input_is_answered_with_a_sentence(agreed, desk, sent):
    page = desk.post(url(agreed.group, "desk_rule_new"), sent)

    assert page.status_code == 400
    assert 'aria-labelledby="fouten"' in page.content.decode()
    assert not RuleEdition.objects.exists()


def test_a_form_with_a_broken_id_is_just_a_form(agreed, desk):
    assert desk.post(url(agreed.group, "desk_rule_new"), WRITTEN | {"rule": "no id"}).status_code == 302


def test_a_rule_is_changed_moved_and_withdrawn(agreed, desk):
    group = agreed.group
    gate, bell = (add_rule(group, words, by=agreed.anna).key for words in (GATE, BELL))
    shown = desk.get(url(group, "desk_rule", gate)).content.decode()
    changed = WRITTEN | {"lead_fr": "Je ferme le portail.", "words_fr": "Toujours."}
    desk.post(url(group, "desk_rule", gate), changed)
    desk.post(url(group), {"rule": bell, "move": "up"})
    moved = [rule.key for rule in working_rules(group).rules]
    desk.post(url(group), {"rule": bell, "withdraw": "yes"})

    assert 'value="Ik doe de poort dicht."' in shown
    assert moved == [bell, gate]
    [left] = working_rules(group).rules
    assert left.point("fr").lead == "Je ferme le portail."


def test_a_rule_of_elsewhere_or_of_before_is_not_there(agreed, desk):
    group = agreed.group
    for key in ("local:00000000000000000000000000000000", "words", "\u00e9"):
        assert desk.get(url(group, "desk_rule", key)).status_code == 404
        assert desk.post(url(group), {"rule": key, "withdraw": "yes"}).status_code == 404
    assert desk.get(url(group, "desk_rules_file", 7)).status_code == 404
    assert desk.post(url(group, "desk_rules_publish"), {"publish": "yes"}).status_code == 400
    assert desk.get(url(group, "desk_rules_publish")).status_code == 302


def test_a_draft_can_be_thrown_away(agreed, desk):
    add_rule(agreed.group, GATE, by=agreed.anna)
    before = desk.get(reverse("desk", args=[agreed.group.slug])).content.decode()
    desk.post(url(agreed.group, "desk_rules_publish"), {"drop": "yes"})

    assert url(agreed.group, "desk_rules_publish") in before, "the desk says that a draft waits"
    assert draft_of(agreed.group) is None


def test_before_a_draft_is_thrown_away_the_page_asks_once_without_a_script(agreed, desk):
    add_rule(agreed.group, GATE, by=agreed.anna)
    page = desk.get(url(agreed.group, "desk_rules_publish")).content.decode()
    [folded] = [
        part for part in page.split("<details")[1:] if "Gooi het concept weg" in part.partition("</summary>")[0]
    ]
    folded = folded.partition("</details>")[0]
    assert "voorgoed weg" in folded
    assert page.count('name="drop"') == folded.count('name="drop"') == 1


def test_versions_can_be_read_and_kept(with_gate, login):
    client = login(with_gate.anna)
    page = client.get(url(with_gate.group)).content.decode()
    kept = client.get(url(with_gate.group, "desk_rules_file", 1))
    own = login(with_gate.bram).get(url(with_gate.group, "own_rules_file"))

    assert "Versie 1" in page
    assert "Geldt nu" in page
    assert kept.content.startswith(b"%PDF-")
    assert own.content.startswith(b"%PDF-")


def test_an_official_who_manages_writes_rules_too(cast, login):
    """As in Lanaken, where the municipality looks after the technical side (C5)."""
    page = url(cast.group)

    assert login(cast.eva).get(page).status_code == 404
    change_settings(cast.group, {}, preset="be-lanaken")
    client = login(cast.eva)
    assert client.get(page).status_code == 200
    client.post(url(cast.group, "desk_rule_new"), WRITTEN)
    publish_rules(cast.group, by=cast.eva)
    assert rules_of(cast.group, "nl")[-1].lead == "Ik doe de poort dicht."


def test_the_desk_leads_to_the_rules(cast, login):
    assert url(cast.group) in login(cast.anna).get(reverse("desk", args=[cast.group.slug])).content.decode()
