# SPDX-License-Identifier: EUPL-1.2
import ast
from collections.abc import Iterator

import pytest
from django.utils import translation

from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id
from buurtwacht.pages.journal_words.codes import CHOICES, code_words
from buurtwacht.pages.journal_words.fact_names import FACTS
from buurtwacht.pages.journal_words.facts import words_for_facts
from buurtwacht.pages.oversight import read_journal
from buurtwacht.pages.tests.test_journal_words import modules

LANGUAGES = ("nl", "fr", "de", "en")


def names() -> Iterator[str]:
    """The facts of every `record(…, name=…)`, and of a `facts = {"name": …}` that goes along as a whole."""
    for tree in modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "record":
                yield from (part.arg for part in node.keywords if part.arg and part.arg != "by")
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            if isinstance(target, ast.Name) and target.id == "facts" and isinstance(node.value, ast.Dict):
                yield from (key.value for key in node.value.keys if isinstance(key, ast.Constant))


def test_every_fact_of_the_journal_has_a_name():
    known = set(names())
    assert len(known) > 90
    assert sorted(known - FACTS.keys()) == []


def test_every_choice_has_words_and_no_code_is_left():
    for key, choices in CHOICES.items():
        noun, _dot, name = key.rpartition(".")
        for code in (code for one in choices for code in one.values):
            assert code_words(noun or "report", name, code) not in ("", code)


def test_a_line_reads_as_words_in_four_languages():
    facts = {"reason": "too_many", "group": str(new_id()), "person": None, "material": True, "first_day": "2026-11-22"}
    read = {}
    for language in LANGUAGES:
        with translation.override(language):
            read[language] = words_for_facts("member.left", facts)
    assert "reden: Te veel berichten" in read["nl"]
    assert "persoon: geen" in read["nl"]
    assert "leden krijgen de vraag opnieuw: ja" in read["nl"]
    assert "2026-11-22" not in read["nl"]
    assert "Grund: Zu viele" in read["de"]
    assert "raison : Trop" in read["fr"]
    assert len(set(read.values())) == len(LANGUAGES)


def test_the_same_code_means_what_it_means_there():
    with translation.override("en"):
        assert words_for_facts("request.received", {"kind": "access"}) != "kind: access"
        assert words_for_facts("group.gone", {"older": "odd_code"}) == "older: odd_code"
        assert words_for_facts("person.changed", {"fields": "first_name.family_name"}) == (
            "fields: first name, family name"
        )


@pytest.mark.django_db
def test_the_auditor_reads_words(cast):
    record("group.status_changed", cast.group.pk, by=cast.anna, before="active", after="dormant")
    record("contact_point.gone", cast.group.pk, channel="email")
    with translation.override("nl"):
        lines = read_journal(cast.group.organisation, None, by=cast.anna).lines
    assert lines[1].facts == "daarna: Slapend, daarvoor: Actief"
    assert lines[0].facts == "manier: E-mail"
