# SPDX-License-Identifier: EUPL-1.2
"""The documentation is true: what it names exists, and what exists is named."""

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
CODE = ROOT / "src" / "buurtwacht"
DOCS = ROOT / "docs"

ROW = re.compile(
    r"^\| (R\d{3}|F\d{1,2}|N\d{1,2}) \| (.*) \| (done|part|open)(: .*?)? \|\s*(.*?)\s*\|\s*(.*?)\s*\|$", re.M
)
REQUIREMENTS = (DOCS / "requirements.md").read_text()
ROWS = ROW.findall(REQUIREMENTS)


@cache
def names_in(path: Path) -> frozenset[str]:
    tree = ast.parse(path.read_text())
    return frozenset(node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def test_every_requirement_has_its_row_once():
    wanted = [f"R{n:03}" for n in range(1, 188)] + [f"F{n}" for n in range(1, 99)] + [f"N{n}" for n in range(1, 21)]

    assert [row[0] for row in ROWS] == wanted


@pytest.mark.parametrize("row", [row for row in ROWS if row[2] != "open"], ids=lambda row: row[0])
def test_what_is_called_done_names_a_test_that_exists(row):
    number, _, state, remark, room, tests = row

    assert room.strip(), f"{number} is {state} but names no room"
    assert tests.strip(), f"{number} is {state} but names no test"
    if state == "part":
        assert remark.strip(": "), f"{number} is partly done: say what is missing"
    for name in re.findall(r"`([^`]+)`", tests):
        file, _, function = name.partition("::")
        path = ROOT / file if file.startswith("tests/") else CODE / file
        assert path.is_file(), f"{number} names {file}, which is not there"
        assert function in names_in(path), f"{number} names {function}, which is not in {file}"


def settings_in_code() -> set[str]:
    text = "".join((CODE / "config" / name).read_text() for name in ("settings.py", "env.py"))
    return set(re.findall(r'"((?:BUURTWACHT|DATABASE)_[A-Z_]+)"', text))


@pytest.mark.parametrize("name", sorted(settings_in_code()))
def test_every_setting_is_documented(name):
    assert f"### `{name}`" in (DOCS / "settings.md").read_text()


@pytest.mark.parametrize("folder", sorted(p.parent.name for p in CODE.glob("channels/*/channel.py")))
def test_every_channel_has_its_page(folder):
    assert (DOCS / "channels" / f"{folder}.md").is_file()


def test_every_decision_is_in_the_list():
    index = (DOCS / "adr" / "README.md").read_text()
    for path in sorted((DOCS / "adr").glob("0*.md")):
        title = path.read_text().splitlines()[0].lstrip("# ")
        assert f"[{title}]({path.name})" in index


def test_every_dependency_has_its_reason():
    text = (DOCS / "dependencies.md").read_text().lower()
    for name in ("base.in", "test.in"):
        for line in (ROOT / "requirements" / name).read_text().splitlines():
            package = re.match(r"^([A-Za-z0-9-]+)", line)
            if package and not line.startswith("-"):
                assert f"| {package[1].lower()} " in text, f"docs/dependencies.md gives no reason for {package[1]}"


def test_locked_versions_have_hashes_and_no_addresses():
    for name in ("base.txt", "test.txt"):
        text = (ROOT / "requirements" / name).read_text()
        assert "://" not in text
        for block in re.split(r"\n(?=[a-z])", text.strip()):
            assert "--hash=sha256:" in block, block.splitlines()[0]


def tracked() -> list[Path]:
    out = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [ROOT / name for name in out.split("\0") if name and (ROOT / name).is_file()]


def test_every_source_file_names_its_licence():
    own = [p for p in tracked() if p.suffix in (".py", ".js", ".css", ".html", ".sh") and "vendor" not in p.parts]
    assert len(own) > 100
    missing = [
        str(path.relative_to(ROOT))
        for path in own
        if path.stat().st_size
        and "migrations" not in path.parts
        and "SPDX-License-Identifier: EUPL-1.2" not in path.read_text()[:600]
    ]
    assert missing == []


def test_links_in_the_documentation_lead_somewhere():
    for page in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)", page.read_text()):
            if not target.startswith(("http:", "https:", "mailto:", "tel:")):
                assert (page.parent / target).exists(), f"{page.relative_to(ROOT)} links to {target}"


def test_publiccode_says_what_the_standard_asks():
    """The mandatory keys of publiccode.yml 0 (the standard's core schema)."""
    found = yaml.safe_load((ROOT / "publiccode.yml").read_text())

    for key in ("publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "description"):
        assert found[key]
    assert found["softwareType"] == "standalone/web"
    assert found["legal"]["license"] == "EUPL-1.2"
    assert found["maintenance"]["type"] == "community"
    assert found["maintenance"]["contacts"]
    assert found["localisation"]["localisationReady"] is True
    assert {"nl", "en"} <= set(found["localisation"]["availableLanguages"])
    for language in ("nl", "en"):
        text = found["description"][language]
        assert len(text["shortDescription"].strip()) <= 150
        assert 150 <= len(text["longDescription"].strip()) <= 10_000
        assert text["features"]


def test_every_name_in_the_glossary_exists_in_the_code():
    code = "\n".join(path.read_text() for path in CODE.rglob("*.py") if "tests" not in path.parts)
    rows = re.findall(r"^\| [^|]+ \| ([^|]+) \| [^|]+ \|$", (DOCS / "glossary.md").read_text(), re.M)
    names = [name for row in rows for name in re.findall(r"`(\w+)`", row)]

    assert len(names) > 40
    for name in names:
        assert re.search(rf"^\s*(?:class |def )?{name}\b\s*[:(=]", code, re.M), f"{name} is in the glossary only"


def test_the_documentation_that_comes_from_code_is_current():
    from buurtwacht.config import documents

    for path, text in documents.made().items():
        assert (ROOT / path).read_text() == text, f"{path} is not current: run make docs"
