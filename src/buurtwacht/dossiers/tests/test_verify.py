# SPDX-License-Identifier: EUPL-1.2
import io
import json
import subprocess
import sys
import zipfile

import pytest

from buurtwacht.dossiers import bundle, services
from buurtwacht.dossiers.verifier import Unreadable, verify
from buurtwacht.reports.models import Entry


@pytest.fixture
def file(dossier, tmp_path):
    path = tmp_path / "dossier.zip"
    path.write_bytes(bundle.package_of(dossier))
    return path


def changed(file, change):
    """The same dossier with a change in its JSON."""
    document = json.loads(bundle.file_in(file.read_bytes(), bundle.JSON_NAME))
    change(document)
    path = file.with_name("changed.json")
    path.write_text(json.dumps(document))
    return path


def test_what_we_made_is_whole(file):
    found = verify(file)

    assert found.is_sound
    assert (found.entries, found.whole, found.hidden) == (4, 3, 1)


def test_the_json_alone_can_be_checked_too(file):
    assert verify(changed(file, lambda document: None)).is_sound


def test_a_changed_word_is_found(file):
    def change(document):
        document["entries"][0]["record"]["content"]["title"] = "Vrouw"

    assert verify(changed(file, change)).problems == ["Entry 1 was changed."]


def test_a_changed_time_is_found(file):
    def change(document):
        document["entries"][2]["record"]["at"] = "2026-01-01T00:00:00+00:00"

    assert verify(changed(file, change)).problems == ["Entry 3 was changed."]


def test_an_entry_left_out_in_secret_is_found(file):
    assert not verify(changed(file, lambda document: document["entries"].pop(1))).is_sound


def test_entries_in_another_order_are_found(file):
    assert not verify(changed(file, lambda document: document["entries"].reverse())).is_sound


def test_erasing_an_entry_leaves_the_chain_verifiable(dossier, tmp_path):
    entry = Entry.objects.filter(report=dossier.report, kind=Entry.Kind.VEHICLE).get()
    Entry.objects.filter(pk=entry.pk).update(content=None, salt=None)
    path = tmp_path / "dossier.zip"
    path.write_bytes(bundle.package_of(dossier))

    found = verify(path)

    assert found.is_sound
    assert found.hidden == 1


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"\xff\xfe", b'{"format": "buurtwacht-dossier/1"}'])
def test_another_file_gets_a_sentence(tmp_path, content):
    path = tmp_path / "file"
    path.write_bytes(content)

    with pytest.raises(Unreadable):
        verify(path)


def test_a_zip_without_a_dossier_gets_a_sentence(tmp_path):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("hello.txt", "hello")
    path = tmp_path / "file.zip"
    path.write_bytes(target.getvalue())

    with pytest.raises(Unreadable, match="not a dossier"):
        verify(path)


def test_the_command_needs_no_database(file):
    def run(path):
        command = [sys.executable, "-m", "buurtwacht", "verify", str(path)]
        return subprocess.run(command, capture_output=True, text=True, env={"DATABASE_URL": "postgresql://nowhere/x"})

    whole = run(file)
    assert whole.returncode == 0, whole.stderr
    assert "The chain is whole." in whole.stdout
    broken = run(changed(file, lambda document: document["entries"].pop(0)))
    assert broken.returncode == 1
    assert "Something is wrong" in broken.stderr


def test_a_handed_over_dossier_verifies(dossier, anna, tmp_path):
    handover = services.hand_over_dossier(dossier, by=anna)
    path = tmp_path / "dossier.zip"
    path.write_bytes(bytes(handover.package))

    assert verify(path).is_sound
