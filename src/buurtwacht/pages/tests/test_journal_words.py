# SPDX-License-Identifier: EUPL-1.2
import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

import buurtwacht
from buurtwacht.alerts.models import Relay
from buurtwacht.enrolment.models import Application
from buurtwacht.journal.models import Line
from buurtwacht.journal.services import record
from buurtwacht.lib.ids import new_id
from buurtwacht.pages.journal_words import words_for
from buurtwacht.pages.oversight import read_journal

PROGRAM = Path(buurtwacht.__file__).parent
ACTION = re.compile(r"[a-z_]+\.[a-z_]+")
LANGUAGES = ("nl", "fr", "de", "en")


def modules() -> Iterator[ast.Module]:
    for path in PROGRAM.rglob("*.py"):
        if not {"tests", "migrations", "testing", "demo"} & set(path.relative_to(PROGRAM).parts):
            yield ast.parse(path.read_text())


def written_by(trees: list[ast.Module]) -> Iterator[str]:
    """The actions in `record("report.shared", …)` and `@on("report.shared")`, also where they have a name first."""
    named = dict(assigned(trees))
    for tree in trees:
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            if call.func.id in ("record", "on") and call.args:
                said = call.args if call.func.id == "on" else call.args[:1]
                yield from texts(said)
                for name in (part.id for one in said for part in ast.walk(one) if isinstance(part, ast.Name)):
                    yield from texts([named[name]] if name.isupper() and name in named else [])
                    yield from texts([tree] if name == "action" else [])


def assigned(trees: list[ast.Module]) -> Iterator[tuple[str, ast.AST]]:
    """What has a name at the top of a module."""
    for node in (node for tree in trees for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)):
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            if isinstance(target, ast.Name) and node.value is not None and any(texts([node.value])):
                yield target.id, node.value


def texts(nodes: list[ast.AST]) -> Iterator[str]:
    for node in nodes:
        for part in ast.walk(node):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and ACTION.fullmatch(part.value):
                yield part.value


def actions() -> set[str]:
    """Every action that the program writes."""
    found = set(written_by(list(modules()))) - {"info.digest"}  # only a kind of message
    found |= {f"application.{status}" for status in Application.Status.values}
    return found | {f"relay.{answer}" for answer in Relay.Answer.values}


def test_every_action_of_the_journal_has_words_in_every_language():
    known = actions()
    assert len(known) > 200
    for language in LANGUAGES:
        with translation.override(language):
            assert sorted(action for action in known if words_for(action) == action) == []


def test_words_are_translated():
    told = {}
    for language in LANGUAGES:
        with translation.override(language):
            told[language] = words_for("entry.shown_again")
    assert told == {
        "nl": "Bericht: weer getoond",
        "fr": "Message : réaffichage",
        "de": "Nachricht: wieder gezeigt",
        "en": "Message: shown again",
    }


def test_an_action_of_an_older_version_keeps_its_code():
    assert words_for("gate.opened") == "gate.opened"


@pytest.mark.django_db
def test_what_happens_many_times_within_a_minute_is_one_line(cast):
    Line.objects.all().delete()
    for _time in range(3):
        record("group.renamed", cast.group.pk, by=cast.anna)
    Line.objects.update(at=Line.objects.earliest("at").at)
    record("group.quiet", cast.group.pk, group=new_id())
    with translation.override("en"):
        shown = read_journal(cast.group.organisation, None, by=cast.anna).lines
    assert [(line.action, line.times) for line in shown] == [("Group: quiet for half a year", 1), ("Group: renamed", 3)]
