# SPDX-License-Identifier: EUPL-1.2
"""Every service writes its line: itself, or through another service that it calls."""

import ast
from pathlib import Path

import pytest

import buurtwacht.groups.services
import buurtwacht.people.services

# They only add to a number of a month: a line each would say who wrote when, and that is nobody's business.
COUNTS = {"claim_code", "count_hints", "count_words"}


def calls_of(package):
    """What each function of a package of services calls, by name."""
    calls = {}
    for path in Path(package.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                names = [call.func for call in ast.walk(node) if isinstance(call, ast.Call)]
                calls[node.name] = {name.id for name in names if isinstance(name, ast.Name)}
    return calls


def writes(name, calls, seen=()):
    told = calls.get(name, set())
    return "record" in told or any(writes(other, calls, (*seen, name)) for other in told - {name, *seen})


@pytest.mark.parametrize("package", [buurtwacht.groups.services, buurtwacht.people.services])
def test_every_service_writes_its_line(package):
    calls = calls_of(package)
    silent = {name for name in package.__all__ if not writes(name, calls)}
    assert silent - COUNTS == set()
