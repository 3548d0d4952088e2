# SPDX-License-Identifier: EUPL-1.2
"""A word list as its sections."""


def plain(sections: dict[str, list[str]], name: str) -> frozenset[str]:
    return frozenset(word for line in sections.get(name, ()) for word in line.split())


def sections_of(text: str) -> dict[str, list[str]]:
    sections: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        if line.startswith("["):
            name = line.strip("[]")
            sections.setdefault(name, [])
        elif line:
            sections[name].append(line)
    return sections
