# SPDX-License-Identifier: EUPL-1.2
"""What a patch is: a function that changes the schemas, with the reason as its docstring."""

from collections.abc import Callable
from typing import Any

Schema = dict[str, Any]
Schemas = dict[str, Schema]
Patch = Callable[[Schemas], None]


class PatchList(list[Patch]):
    """Its functions run in the order in which they stand."""

    def __call__(self, patch: Patch) -> Patch:
        assert patch.__doc__, f"{patch.__name__} has no reason"
        self.append(patch)
        return patch


def own(schemas: Schemas, name: str) -> Schema:
    """The part of a message type that is its own: the second of its `allOf`."""
    part: Schema = schemas[name]["allOf"][1]
    return part


def no_longer_required(schema: Schema, *names: str) -> None:
    schema["required"] = [name for name in schema["required"] if name not in names]


def ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}
