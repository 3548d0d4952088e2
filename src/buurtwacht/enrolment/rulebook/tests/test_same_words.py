# SPDX-License-Identifier: EUPL-1.2
"""One rule reads the same wherever somebody meets it: when they join, in a hint, in a sanction, on the site (R146)."""

import html
import re

import pytest
from django.template import Context, Template
from django.urls import reverse
from django.utils.translation import override

from buurtwacht.enrolment.links import APPLICANT
from buurtwacht.enrolment.rulebook.services import add_rule, publish_rules
from buurtwacht.enrolment.signing.paper import TEMPLATE, text_on_paper
from buurtwacht.enrolment.signing.texts import Kind, fixed_rules_of, rule_for_reason, rule_of, rules_of, text_for
from buurtwacht.enrolment.welcome.papers.pack import _rules, pack_pdf
from buurtwacht.groups.queries import membership_in
from buurtwacht.lib.links import link_token
from buurtwacht.reports.tests.walker import SEEN, Walker

from .conftest import BELL, GATE

HINT = Template("{% load house_rules %}{% rule_for group reason %}")


def read(page: bytes) -> str:
    """What a reader sees of a page, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.decode())).split())


def said(point) -> str:
    return " ".join(f"{point.lead} {point.words}".split())


@pytest.mark.parametrize("key", ["call_first", "no_judge", "keep_here", "words", "own"])
def test_one_rule_reads_the_same_everywhere(with_gate, apply_to, login, client, key):
    group = with_gate.group
    point = rule_of(group, with_gate.gate if key == "own" else key, "nl")
    assert point is not None
    application = apply_to(group)
    membership = membership_in(with_gate.bram, group)
    membership.welcomed_at = None
    membership.save()
    member = login(with_gate.bram)

    assert point in text_for(Kind.RULES, group, "nl").points
    signing = reverse("application_sign", args=[link_token(APPLICANT, application.pk)])
    public = reverse("public_group", args=[group.organisation.slug, group.slug])
    site = reverse("site_section", args=[group.organisation.slug, "gedragsregels"])
    pages = [
        client.get(signing),
        member.get(reverse("own_agreement", args=[group.slug])),
        member.get(reverse("welcome", args=[group.slug])),
        client.get(public if point.is_own else site),
    ]
    for page in pages:
        assert said(point) in read(page.content), page.request["PATH_INFO"]
        assert point.why in read(page.content)


def test_the_hint_names_the_rule_that_a_case_would_name(with_gate):
    with override("nl"):
        shown = HINT.render(Context({"group": with_gate.group, "reason": "pursuit"}))
        point = rule_for_reason(with_gate.group, "pursuit")

    assert point is not None
    assert point == rule_of(with_gate.group, point.key, "nl")
    assert point.lead in shown


def test_a_remark_without_a_rule_or_a_group_shows_nothing(group_of_lanaken):
    for context in ({"group": group_of_lanaken, "reason": "insult"}, {"group": "", "reason": "insult"}):
        assert HINT.render(Context(context)).strip() == ""


@pytest.fixture
def group_of_lanaken(cast):
    cast.group.preset = "be-lanaken"
    cast.group.save()
    return cast.group


def test_a_member_sees_the_rule_beside_the_hint_and_can_read_all_of_them(with_gate, login):
    words = SEEN | {"words": "Dit is de dief, kom allemaal naar de Molenweg, we pakken hem."}
    walk = Walker(login(with_gate.bram)).press("call", **words).press("called").press("share")

    assert f"/mijn/afspraken/{with_gate.group.slug}/#regel-no_judge" in walk.text
    rules = login(with_gate.bram).get(reverse("own_agreement", args=[with_gate.group.slug]))
    assert 'id="regel-no_judge"' in rules.content.decode()


def test_what_one_group_added_is_no_rule_of_the_whole_town(with_gate, client):
    town = client.get(reverse("site_section", args=[with_gate.organisation.slug, "gedragsregels"])).content.decode()

    assert "Ik doe de poort dicht." not in town
    assert reverse("public_group", args=[with_gate.organisation.slug, with_gate.group.slug]) in town
    assert fixed_rules_of(with_gate.group) == rules_of(with_gate.next_group)


def test_who_read_before_the_rules_changed_reads_them_once_more(with_gate, apply_to, client):
    application = apply_to(with_gate.group)
    page = reverse("application_sign", args=[link_token(APPLICANT, application.pk)])
    read_before = re.search(r'name="read" value="([^"]+)"', client.get(page).content.decode())
    assert read_before is not None
    add_rule(with_gate.group, BELL, by=with_gate.anna)
    publish_rules(with_gate.group, by=with_gate.anna)

    answers = {"adult": "on", "agree": "on", "name": "Chantal Vos", "place": "Ede"}
    late = client.post(page, answers | {"read": read_before[1]}).content.decode()
    application.refresh_from_db()
    assert "De afspraken zijn veranderd terwijl u las" in late
    assert application.signed_at is None
    again = re.search(r'name="read" value="([^"]+)"', late)
    assert again is not None
    client.post(page, answers | {"read": again[1]})
    application.refresh_from_db()
    assert application.signed_at


def test_the_questions_of_the_training_name_the_rule_that_they_are_about(with_gate, apply_to, client):
    page = reverse("application_quiz", args=[link_token(APPLICANT, apply_to(with_gate.group).pk)])

    answered = read(client.post(page, {"first": "look"}).content)
    for reason in ("missing_call", "accusation", "pursuit", "publication"):
        point = rule_for_reason(with_gate.group, reason, "nl")
        assert point is not None
        assert f"Onze afspraak: {point.lead}" in answered


def test_the_starter_pack_ends_with_the_rules(with_gate):
    data = _rules(with_gate.group)

    assert [point[0] for point in data["points"]] == [point.lead for point in rules_of(with_gate.group)]
    assert pack_pdf(with_gate.group).startswith(b"%PDF-")


def test_on_paper_a_rule_in_another_language_is_set_in_that_language(with_gate):
    text = text_for(Kind.RULES, with_gate.group, "fr")

    assert text.points[-1].language == "nl"
    assert "point.at(3)" in TEMPLATE.read_text(), "typst breaks words by it"
    assert text_on_paper(with_gate.group, text, "").startswith(b"%PDF-")
    assert GATE["nl"].lead in "\n".join(text.paragraphs)
