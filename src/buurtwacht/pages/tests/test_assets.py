# SPDX-License-Identifier: EUPL-1.2
"""What every page loads: ours, small, and complete."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from buurtwacht.pages import drawing

SOURCE = Path(drawing.__file__).resolve().parent.parent
CODE = [path for kind in ("*.html", "*.py") for path in SOURCE.rglob(kind) if "tests" not in path.parts]
NAMED = re.compile(r"""(?:\bicon[ (]|["']?icon["']?\s*[:=]\s*)["']([a-z0-9-]+)["']""")
ICONS = sorted({name for path in CODE for name in NAMED.findall(path.read_text())})
OURS = ["pages/site.css", "reports/flow.css", "reports/thread.css"]
FIRST_VIEW_BYTES = 100_000


def read(name: str) -> str:
    found = finders.find(name)
    assert isinstance(found, str), name
    return Path(found).read_text()


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_that_is_named_is_there(name):
    assert "<path" in drawing.icon(name)


def test_an_icon_that_is_missing_costs_no_page():
    assert "<svg" in drawing.icon("bestaat-niet")


def test_every_token_that_our_style_reads_exists():
    known = set(re.findall(r"(--[\w-]+)\s*:", read("pages/site.css") + read("vendor/voorbeeld/tokens.css")))
    for name in OURS:
        css = read(name)
        asked = set(re.findall(r"var\(\s*(--[\w-]+)\s*\)", css))
        assert asked - known - set(re.findall(r"(--[\w-]+)\s*:", css)) == set(), name


def test_nothing_is_fetched_from_elsewhere():
    for name in [*OURS, "vendor/voorbeeld/tokens.css", "vendor/utrecht/utrecht.css"]:
        assert "//" not in re.sub(r"/\*.*?\*/", "", read(name), flags=re.DOTALL), name


def test_the_home_page_with_all_it_loads_fits_a_slow_line(login, bram):
    page = login(bram).get("/").content
    linked = re.findall(r'(?:href|src)="/static/([^"]+\.(?:css|js|woff2))"', page.decode())
    files = {name: Path(str(finders.find(name))).read_bytes() for name in linked}

    weight = len(gzip.compress(page)) + sum(
        len(data) if name.endswith("woff2") else len(gzip.compress(data)) for name, data in files.items()
    )

    assert len(files) >= 6
    assert weight < FIRST_VIEW_BYTES, f"{weight} bytes: {sorted(files)}"


def test_a_page_travels_compressed(db):
    response = Client().get("/", headers={"Accept-Encoding": "gzip"})

    assert response.headers["Content-Encoding"] == "gzip"


def test_the_manifest_names_icons_that_exist(db):
    manifest = Client().get("/manifest.webmanifest").json()

    for icon in manifest["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/"))
    assert manifest["start_url"] == "/"
    assert manifest["display"] == "standalone"
