# SPDX-License-Identifier: EUPL-1.2
"""Many points at once: a line in, a line out."""

import io
import json

import pytest
from django.core.management import CommandError, call_command


def test_each_line_gets_its_own_answer(cast, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("52.0412 5.6631\n\n50,0 3,0\n5.6631 52.0412\nhier\n"))
    call_command("areas", "find")

    here, nowhere, turned, wrong = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert here == {"area": "Vogelbuurt", "code": "BU02280101", "group": "Vogelbuurt"}
    assert nowhere == {"area": None, "code": None, "group": None}
    assert "latitude comes first" in turned["error"]
    assert "two numbers" in wrong["error"]


def test_half_a_point_is_refused(cast):
    with pytest.raises(CommandError, match="two numbers") as refused:
        call_command("areas", "find", "52.0412")

    assert refused.value.returncode == 2


@pytest.mark.parametrize("what", ["import", "postcodes"])
def test_a_folder_is_no_file(db, tmp_path, what):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("areas", what, str(tmp_path))


def test_a_grid_that_we_cannot_read_is_named_as_the_file_names_it(db, tmp_path):
    file = tmp_path / "areas.geojson"
    crs = {"type": "name", "properties": {"name": "EPSG:3857"}}
    file.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [{}]}))

    with pytest.raises(CommandError, match="The file uses the grid EPSG:3857"):
        call_command("areas", "import", str(file))
