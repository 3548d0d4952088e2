# SPDX-License-Identifier: EUPL-1.2
"""The parts of the documentation that come from the code."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ADR = Path("docs/adr")


def made() -> dict[Path, str]:
    """Each document that is made, by its path in the repository."""
    from buurtwacht.privacy.register import register_document
    from buurtwacht.wording.measured import document

    return {
        ADR / "README.md": decisions(),
        Path("docs/privacy.md"): register_document(),
        Path("docs/wording.md"): document(),
    }


def decisions() -> str:
    """The list of decisions."""
    lines = [
        "# Decisions",
        "",
        "Why things are as they are. A record is never edited, only superseded by a later one.",
        "",
    ]
    for path in sorted((ROOT / ADR).glob("0*.md")):
        title = path.read_text().splitlines()[0].lstrip("# ")
        lines.append(f"- [{title}]({path.name})")
    return "\n".join(lines) + "\n"
