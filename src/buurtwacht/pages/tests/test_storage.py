# SPDX-License-Identifier: EUPL-1.2
import re
from pathlib import Path

import pytest
from django.core.management import call_command
from django.templatetags.static import static
from django.test import override_settings


@pytest.fixture
def collected(tmp_path) -> Path:
    with override_settings(STATIC_ROOT=tmp_path):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield tmp_path


def test_a_file_has_its_plain_name_until_it_was_collected():
    assert static("pages/site.css") == "/static/pages/site.css"


def test_a_collected_file_is_named_by_its_content_and_lies_there_compressed(collected):
    name = static("pages/site.css").removeprefix("/static/")

    assert re.fullmatch(r"pages/site\.[0-9a-f]{12}\.css", name)
    assert (collected / name).exists()
    assert (collected / f"{name}.gz").stat().st_size < (collected / name).stat().st_size / 3


def test_our_modules_ask_for_each_other_by_those_names(collected):
    text = (collected / static("live/live.js").removeprefix("/static/")).read_text()
    asked = re.findall(r'from "\./([^"]+)"', text)

    assert len(asked) == 2
    assert all(re.fullmatch(r"\w+\.[0-9a-f]{12}\.js", name) for name in asked)
    assert all((collected / "live" / name).exists() for name in asked)
