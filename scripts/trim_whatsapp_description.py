# SPDX-License-Identifier: EUPL-1.2
"""Keep of Meta's description of its business messaging API what our stand-in for WhatsApp reads.

    python scripts/trim_whatsapp_description.py business-messaging-api_v23.0.yaml > description.json

The file is `business-messaging-api_v23.0.yaml` of github.com/facebook/openapi (MIT). Nothing is changed, only left out:
1.09 MB of YAML takes seconds to read, and every test process would pay for it.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

Node = Any
# Our name for it, path, method, and whether the request or the answer is meant.
KEPT = (
    ("messages", "/{Version}/{Phone-Number-ID}/messages", "post", "requestBody"),
    ("accepted", "/{Version}/{Phone-Number-ID}/messages", "post", "200"),
    ("phone number", "/{Version}/{Phone-Number-ID}", "get", "200"),
    ("no such token", "/{Version}/{Phone-Number-ID}", "get", "401"),
    ("webhooks", "/whatsapp/webhooks", "post", "requestBody"),
    ("new template", "/{Version}/{WABA-ID}/message_templates", "post", "requestBody"),
    ("templates", "/{Version}/{WABA-ID}/message_templates", "get", "200"),
    ("medium", "/{Version}/{Media-ID}", "get", "200"),
)
# Mentioned by a discriminator, or by nobody although it describes what Meta sends.
UNMENTIONED = ("BaseMessageProperties_1", "InteractiveListReplyContent", "InteractiveButtonReplyContent")


def references(node: Node) -> Iterator[str]:
    """The names of all schemas that this part mentions."""
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"].rpartition("/")[2]
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def trimmed(whole: Node) -> Node:
    schemas = whole["components"]["schemas"]
    parts: dict[str, Node] = {}
    for name, path, method, place in KEPT:
        operation = whole["paths"][path][method]
        content = (operation[place] if place == "requestBody" else operation["responses"][place])["content"]
        parts[name] = {key: content["application/json"].get(key, {}) for key in ("schema", "examples")}
    wanted: set[str] = set()
    waiting = [*UNMENTIONED, *references(parts)]
    while waiting:
        name = waiting.pop()
        if name in schemas and name not in wanted:
            wanted.add(name)
            waiting += references(schemas[name])
    return {
        "source": "business-messaging-api_v23.0.yaml of github.com/facebook/openapi, MIT",
        "version": whole["info"]["version"],
        "parts": parts,
        "components": {"schemas": {name: schemas[name] for name in schemas if name in wanted}},
    }


if __name__ == "__main__":
    described = yaml.safe_load(Path(sys.argv[1]).read_text(encoding="utf-8"))
    json.dump(trimmed(described), sys.stdout, indent=1, ensure_ascii=False)
    sys.stdout.write("\n")
