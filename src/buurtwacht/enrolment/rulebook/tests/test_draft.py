# SPDX-License-Identifier: EUPL-1.2
"""Writing in the draft: what may stand there, who may write, and what happens when two do."""

import threading

import pytest
from django.db import connection
from django.utils.translation import override

from buurtwacht.enrolment.models import RuleEdition
from buurtwacht.enrolment.rulebook.queries import draft_of, pending, working_rules
from buurtwacht.enrolment.rulebook.rules import MOST_RULES, remarks_on
from buurtwacht.enrolment.rulebook.services import (
    add_rule,
    change_rule,
    drop_draft,
    move_rule,
    order_rules,
    publish_rules,
    withdraw_rule,
)
from buurtwacht.enrolment.signing.texts.own import Wording
from buurtwacht.journal.models import Line
from buurtwacht.lib.errors import DomainError, NotFound
from buurtwacht.lib.ids import new_id
from buurtwacht.privacy.declare import declarations

from .conftest import BELL, GATE


def lead(words: str, of: str = "Dat spreken we af.") -> dict[str, Wording]:
    return {"nl": Wording(words, of)}


def leads(group) -> list[str]:
    return [rule.point("nl").lead for rule in working_rules(group).rules]


def test_each_change_writes_one_line_with_the_group_and_the_rule(cast):
    added = add_rule(cast.group, GATE, by=cast.anna)
    change_rule(cast.group, added.key, BELL, by=cast.anna)
    withdraw_rule(cast.group, added.key, by=cast.anna)

    lines = Line.objects.filter(action__startswith="rule.").order_by("pk")
    assert [line.action for line in lines] == ["rule.added", "rule.changed", "rule.withdrawn"]
    assert all(line.facts == {"group": str(cast.group.pk), "rule": added.key} for line in lines)
    assert {line.by_id for line in lines} == {cast.anna.pk}


def test_a_draft_that_says_nothing_new_is_none(cast):
    added = add_rule(cast.group, GATE, by=cast.anna)
    withdraw_rule(cast.group, added.key, by=cast.anna)

    assert draft_of(cast.group) is None
    with pytest.raises(DomainError):
        publish_rules(cast.group, by=cast.anna)


def test_the_same_form_sent_twice_says_it_once(cast):
    form = new_id()
    for _time in range(2):
        add_rule(cast.group, GATE, by=cast.anna, rule=form)

    assert leads(cast.group) == ["Ik doe de poort dicht."]


def test_ten_is_the_most(cast):
    for number in range(MOST_RULES):
        add_rule(cast.group, lead(f"Afspraak {number}."), by=cast.anna)

    with pytest.raises(DomainError):
        add_rule(cast.group, GATE, by=cast.anna)


def test_rules_move_and_stay_in_the_list(cast):
    keys = [add_rule(cast.group, lead(f"Afspraak {name}."), by=cast.anna).key for name in "abc"]
    move_rule(cast.group, keys[2], -1, by=cast.anna)
    move_rule(cast.group, keys[0], -1, by=cast.anna)
    move_rule(cast.group, keys[1], 5, by=cast.anna)

    assert leads(cast.group) == ["Afspraak a.", "Afspraak c.", "Afspraak b."]
    order_rules(cast.group, [keys[1], "local:unknown"], by=cast.anna)
    assert leads(cast.group) == ["Afspraak b.", "Afspraak a.", "Afspraak c."]


@pytest.mark.parametrize(
    ("wordings", "says"),
    [
        ({}, "language of the group"),
        ({"fr": Wording("Je ferme le portail.", "Toujours.")}, "language of the group"),
        ({"nl": Wording("", "Altijd.")}, "language of the group"),
        (GATE | {"fr": Wording("Je ferme le portail.", "")}, "in each language"),
        ({"nl": Wording("Ik doe de poort dicht.", "x" * 301)}, "too long"),
        ({"nl": Wording("Ik bel eerst 112.", "Altijd.")}, "already a rule"),
        ({"nl": Wording("Alleen voor ons.", "Marokkanen horen hier niet.")}, ""),
        ({"nl": Wording("Idioten komen er niet in.", "Echt niet.")}, ""),
    ],
)
def test_what_cannot_stand_there_is_refused_with_a_sentence(cast, wordings, says):
    with override("en"), pytest.raises(DomainError) as refused:
        add_rule(cast.group, wordings, by=cast.anna)

    assert says in str(refused.value)
    assert str(refused.value).endswith(".")
    assert draft_of(cast.group) is None


def test_a_rule_that_says_what_is_not_done_is_no_fault():
    wordings = {"nl": Wording("Ik volg niemand.", "Wij houden niemand vast. Ik zet niets op Facebook.")}

    assert remarks_on(wordings) == []


def test_long_sentences_and_patrols_get_advice():
    long = (
        "Wie nog een wandeling maakt met de hond let dan meteen op of alle poorten in onze straat ook echt dicht zijn."
    )
    [patrol, length] = remarks_on({"nl": Wording("Wij gaan samen patrouilleren.", long)})

    assert patrol.written == "patrouilleren"
    assert not patrol.must
    assert "22" in length.why


def test_publishing_what_somebody_else_changed_meanwhile_is_refused(cast):
    add_rule(cast.group, GATE, by=cast.anna)
    waiting = pending(cast.group)
    assert waiting is not None
    add_rule(cast.group, BELL, by=cast.anna)

    with pytest.raises(DomainError):
        publish_rules(cast.group, by=cast.anna, seen=waiting.mark)
    assert not RuleEdition.objects.filter(number=1).exists()


def test_a_dropped_draft_leaves_the_rules_as_they_were(with_gate):
    withdraw_rule(with_gate.group, with_gate.gate, by=with_gate.anna)
    for _time in range(2):
        drop_draft(with_gate.group, by=with_gate.anna)

    assert leads(with_gate.group) == ["Ik doe de poort dicht."]
    assert Line.objects.filter(action="rules.draft_dropped").count() == 1


def test_what_was_withdrawn_meanwhile_cannot_be_changed(cast):
    added = add_rule(cast.group, GATE, by=cast.anna)
    withdraw_rule(cast.group, added.key, by=cast.anna)

    with pytest.raises(NotFound):
        change_rule(cast.group, added.key, BELL, by=cast.anna)


def test_who_wrote_a_rule_is_forgotten_and_the_rule_stays(with_gate):
    [mine] = [one for one in declarations() if one.model == "enrolment.RuleEdition"]

    assert [row["version"] for row in mine.export(with_gate.anna.pk)] == [1]
    assert mine.erase(with_gate.anna.pk) == 1
    edition = RuleEdition.objects.get(number=1)
    assert edition.changed_by is None
    assert edition.rules[0]["key"] == with_gate.gate


@pytest.mark.django_db(transaction=True)
def test_two_coordinators_at_once_lose_nothing(cast):
    def write(words: str) -> None:
        try:
            add_rule(cast.group, lead(words), by=cast.anna)
        finally:
            connection.close()

    writers = [threading.Thread(target=write, args=(f"Afspraak {number}.",)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert sorted(leads(cast.group)) == [f"Afspraak {number}." for number in range(4)]
    assert RuleEdition.objects.count() == 1
