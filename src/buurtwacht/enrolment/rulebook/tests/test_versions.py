# SPDX-License-Identifier: EUPL-1.2
"""Who is asked again when a group changes its own rules, and who is not (R038, F49)."""

import pytest

from buurtwacht.enrolment.models import Acceptance, AgreedText, RuleEdition
from buurtwacht.enrolment.rulebook.queries import history_of, pending
from buurtwacht.enrolment.rulebook.services import (
    add_rule,
    change_rule,
    follow_split,
    move_rule,
    publish_rules,
    withdraw_rule,
)
from buurtwacht.enrolment.signing.mark import TICK
from buurtwacht.enrolment.signing.queries import changes_for, has_accepted_current, text_of
from buurtwacht.enrolment.signing.services import accept_again
from buurtwacht.enrolment.signing.texts import Kind, rule_of, rules_of, text_for
from buurtwacht.enrolment.signing.texts.own import Wording
from buurtwacht.groups.queries import membership_in
from buurtwacht.groups.services import split_group
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import handle_due_lines

from .conftest import BELL, GATE


def holds(cast, person) -> bool:
    return has_accepted_current(membership_in(person, cast.group))


def agree(cast, person, language: str = "nl") -> None:
    accept_again(membership_in(person, cast.group), TICK, language=language)


def test_a_draft_asks_nobody_anything(agreed):
    before = text_for(Kind.RULES, agreed.group)
    add_rule(agreed.group, GATE, by=agreed.anna)

    assert text_for(Kind.RULES, agreed.group) == before
    assert holds(agreed, agreed.bram)


def test_a_published_rule_stands_last_with_its_version_and_everybody_is_asked_once(with_gate):
    text = text_for(Kind.RULES, with_gate.group, "nl")

    assert text.number == "2.1"
    assert text.id == "nl/rules/2.1"
    assert text.points[-1].lead == "Ik doe de poort dicht."
    assert "nemen daar niets van weg" in text.opening
    assert not holds(with_gate, with_gate.bram)
    agree(with_gate, with_gate.bram)
    assert holds(with_gate, with_gate.bram)


@pytest.mark.usefixtures("by_day")
def test_members_hear_of_it_once(agreed, received):
    add_rule(agreed.group, GATE, by=agreed.anna)
    add_rule(agreed.group, BELL, by=agreed.anna)
    publish_rules(agreed.group, by=agreed.anna)

    [message] = received(agreed.bram)
    assert f"/mijn/afspraken/{agreed.group.slug}/" in message.url
    assert Line.objects.filter(action="rules.changed").count() == 1


@pytest.mark.usefixtures("by_day")
def test_another_order_asks_nobody_again(with_gate, received):
    add_rule(with_gate.group, BELL, by=with_gate.anna)
    publish_rules(with_gate.group, by=with_gate.anna)
    agree(with_gate, with_gate.bram)
    assert len(received(with_gate.gerrit)) == 1
    move_rule(with_gate.group, with_gate.gate, 1, by=with_gate.anna)
    edition = publish_rules(with_gate.group, by=with_gate.anna)

    assert [point.lead[:9] for point in rules_of(with_gate.group, "nl")[-2:]] == ["Ik bel 's", "Ik doe de"]
    assert not edition.reads_differently
    assert holds(with_gate, with_gate.bram)
    assert len(received(with_gate.gerrit)) == 1, "who has not agreed yet is not told once more"


def test_another_reason_asks_nobody_again(with_gate):
    agree(with_gate, with_gate.bram)
    change_rule(with_gate.group, with_gate.gate, {"nl": GATE["nl"]._replace(why="Dat is veiliger.")}, by=with_gate.anna)
    waiting = pending(with_gate.group)
    publish_rules(with_gate.group, by=with_gate.anna)

    assert waiting is not None
    assert (waiting.asked, list(waiting.changes), waiting.also) == (0, [], True)
    assert holds(with_gate, with_gate.bram)


def test_other_words_ask_again_and_show_both(with_gate):
    agree(with_gate, with_gate.bram)
    words = {"nl": GATE["nl"]._replace(words="Ook als ik maar even weg ben.")}
    change_rule(with_gate.group, with_gate.gate, words, by=with_gate.anna)
    waiting = pending(with_gate.group)
    publish_rules(with_gate.group, by=with_gate.anna)

    assert waiting is not None
    assert waiting.asked == 3, "two who had agreed to the rules before it, and Bram"
    [change] = changes_for(with_gate.bram, with_gate.group, Kind.RULES)
    assert change.before.words == "Ook als ik zo terug ben."
    assert change.after.words == "Ook als ik maar even weg ben."


def test_a_withdrawn_rule_is_no_rule_any_more_and_stays_in_what_people_agreed_to(with_gate):
    agree(with_gate, with_gate.bram)
    withdraw_rule(with_gate.group, with_gate.gate, by=with_gate.anna)
    publish_rules(with_gate.group, by=with_gate.anna)
    text = text_for(Kind.RULES, with_gate.group, "nl")

    assert text.number == "2.2"
    assert not any(point.is_own for point in text.points)
    [change] = changes_for(with_gate.bram, with_gate.group, Kind.RULES)
    assert change.after is None
    agreed_to = text_of(Acceptance.objects.get(person=with_gate.bram, kind="rules", ended_at=None))
    assert agreed_to is not None
    assert (agreed_to.number, agreed_to.points[-1].lead) == ("2.1", "Ik doe de poort dicht.")
    last = rule_of(with_gate.group, with_gate.gate, "nl")
    assert last is not None, "somebody may still be held to it"
    assert last.lead == "Ik doe de poort dicht."


def test_a_rule_in_a_language_that_a_reader_does_not_speak_stands_there_as_it_is(with_gate, login):
    point = rules_of(with_gate.group, "fr")[-1]

    assert (point.lead, point.language) == ("Ik doe de poort dicht.", "nl")
    with_gate.bram.language = "fr"
    with_gate.bram.save()
    page = login(with_gate.bram).get(f"/mijn/afspraken/{with_gate.group.slug}/").content.decode()
    assert '<span lang="nl"><strong>Ik doe de poort dicht.</strong>' in page


def test_a_translation_that_comes_later_asks_nobody_again(with_gate):
    agree(with_gate, with_gate.bram, "fr")
    both = GATE | {"fr": Wording("Je ferme le portail.", "Même si je reviens tout de suite.")}
    change_rule(with_gate.group, with_gate.gate, both, by=with_gate.anna)
    edition = publish_rules(with_gate.group, by=with_gate.anna)

    assert not edition.reads_differently
    assert rules_of(with_gate.group, "fr")[-1].lead == "Je ferme le portail."
    assert holds(with_gate, with_gate.bram)


def test_words_that_change_in_one_language_ask_who_read_that_language(with_gate):
    both = GATE | {"fr": Wording("Je ferme le portail.", "Même si je reviens tout de suite.")}
    change_rule(with_gate.group, with_gate.gate, both, by=with_gate.anna)
    publish_rules(with_gate.group, by=with_gate.anna)
    agree(with_gate, with_gate.bram, "fr")
    agree(with_gate, with_gate.gerrit, "nl-be")
    other = both | {"fr": Wording("Je ferme toujours le portail.", "Même si je reviens tout de suite.")}
    change_rule(with_gate.group, with_gate.gate, other, by=with_gate.anna)
    publish_rules(with_gate.group, by=with_gate.anna)

    assert not holds(with_gate, with_gate.bram)
    assert holds(with_gate, with_gate.gerrit)


def test_an_edition_never_changes_after_it_was_published(with_gate):
    first = RuleEdition.objects.get(group=with_gate.group, number=1)
    change_rule(with_gate.group, with_gate.gate, {"nl": Wording("Ik sluit de poort.", "Altijd.")}, by=with_gate.anna)
    publish_rules(with_gate.group, by=with_gate.anna)

    assert RuleEdition.objects.get(pk=first.pk).rules == first.rules
    newest, oldest = history_of(with_gate.group)
    assert (newest.number, newest.by, newest.is_now, oldest.is_now) == (2, "Anna", True, False)
    assert [change.before.lead for change in newest.changes] == ["Ik doe de poort dicht."]
    assert [change.before for change in oldest.changes] == [None]


def test_the_rules_of_the_next_group_are_untouched(with_gate):
    assert not any(point.is_own for point in rules_of(with_gate.next_group))
    assert rule_of(with_gate.next_group, with_gate.gate) is None


def test_a_group_that_came_from_a_split_keeps_its_rules_and_nobody_is_asked(with_gate):
    for person in (with_gate.anna, with_gate.bram, with_gate.gerrit):
        agree(with_gate, person)
    add_rule(with_gate.group, BELL, by=with_gate.anna)
    bram = membership_in(with_gate.bram, with_gate.group)
    streets = [bram.street]
    new = split_group(with_gate.group, streets=streets, name="Merelbuurt", coordinator=bram, by=with_gate.anna)
    handle_due_lines()

    assert [point.lead for point in rules_of(new, "nl") if point.is_own] == ["Ik doe de poort dicht."]
    assert pending(new) is None, "the draft stays where it was written"
    assert has_accepted_current(membership_in(with_gate.bram, new))
    assert follow_split(before=with_gate.group.pk, after=new.pk) == 0
    assert not Line.objects.filter(action="rules.changed", subject_id=new.pk).exists()


def test_the_text_is_kept_with_the_language_of_each_rule(with_gate):
    agree(with_gate, with_gate.bram, "de")
    kept = AgreedText.objects.get(text="nl/rules/2.1", language="de")

    assert kept.content["points"][-1] == [with_gate.gate, *GATE["nl"], "nl"]
    assert len(kept.content["points"][0]) == 4


@pytest.mark.parametrize("kind", ["declaration", "charter", "confidentiality", "guardian"])
def test_other_texts_do_not_change(with_gate, kind):
    assert "." not in text_for(kind, with_gate.group).number
