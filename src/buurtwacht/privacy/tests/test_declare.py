# SPDX-License-Identifier: EUPL-1.2
from datetime import timedelta

import pytest

from buurtwacht.privacy.declare import Basis, Declaration, declarations, declare


def declaration(model):
    return Declaration(model=model, what="A name.", why="To greet.", kept_for=timedelta(1), basis=Basis.CONSENT)


def test_every_room_is_found():
    assert {"groups.Membership", "people.Person"} <= {declaration.model for declaration in declarations()}


def test_a_model_is_declared_once():
    [first, *_rest] = declarations()
    declare(first)  # a module that is loaded again
    with pytest.raises(ValueError, match="twice"):
        declare(declaration(first.model))


def test_without_callables_nothing_happens(db):
    plain = declaration("lib.Nothing")
    assert (plain.export(None), plain.erase(None), plain.forget(None)) == ([], 0, 0)
