# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterable
from importlib import import_module

from django.utils.module_loading import module_has_submodule


def import_parts(packages: Iterable[str], names: Iterable[str]) -> None:
    """Import these modules of each package, as far as they are there, so that what they register is known.

    For the `ready` of a room whose parts each have a desk, handlers, resolvers or tasks of their own, or not.
    """
    for package in map(import_module, packages):
        for name in names:
            if module_has_submodule(package, name):
                import_module(f"{package.__name__}.{name}")
