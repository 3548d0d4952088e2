# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest
from django.utils import timezone

from buurtwacht.journal.models import Line
from buurtwacht.lib.ids import new_id
from buurtwacht.privacy import declare as declared
from buurtwacht.privacy.declare import Basis, Declaration
from buurtwacht.privacy.models import DeletionProof
from buurtwacht.privacy.register import declared_models, models_about_people
from buurtwacht.privacy.services import forget_what_is_due


@pytest.fixture
def only(monkeypatch):
    """Let only these declarations count."""

    def use(*declarations):
        monkeypatch.setattr(declared, "_declared", {one.model: one for one in declarations})

    return use


def declaration(model, forget):
    return Declaration(model=model, what="w", why="y", kept_for=timedelta(days=30), basis=Basis.CONSENT, forget=forget)


def test_what_was_forgotten_leaves_proof_without_content(db, only):
    only(declaration("a.A", lambda now: 3), declaration("b.B", lambda now: 0))

    assert forget_what_is_due(timezone.now()) == 3
    [proof] = DeletionProof.objects.all()
    assert (proof.model, proof.rows, proof.kept_for) == ("a.A", 3, timedelta(days=30))


def test_one_rooms_mistake_does_not_keep_the_others_data(db, only):
    def breaks(now):
        raise RuntimeError

    only(declaration("a.A", breaks), declaration("b.B", lambda now: 2))

    assert forget_what_is_due(timezone.now()) == 2


def test_the_journal_is_kept_for_a_year(db):
    for days in (364, 366):
        Line.objects.create(
            action="a.b", subject_id=new_id(), at=timezone.now() - timedelta(days=days), handled_at=timezone.now()
        )
    waiting = Line.objects.create(action="a.c", subject_id=new_id(), at=timezone.now() - timedelta(days=400))

    forget_what_is_due(timezone.now())

    assert Line.objects.filter(action="a.b").count() == 1
    assert Line.objects.filter(pk=waiting.pk).exists()


def test_every_model_about_people_is_declared():
    assert models_about_people() - declared_models() == set()
    assert len(models_about_people()) > 10


def test_every_declared_model_exists():
    from django.apps import apps

    for model in declared_models():
        apps.get_model(model)
