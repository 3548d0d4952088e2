# SPDX-License-Identifier: EUPL-1.2
"""The fingerprint key is derived once, and then stays; a backup says which keys read it."""

import pytest

from buurtwacht.config import backups, env
from buurtwacht.config.checks import keys_that_belong_together

NAME = "BUURTWACHT_FINGERPRINT_KEY"


@pytest.fixture(autouse=True)
def own_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(env, "DATA", tmp_path)
    monkeypatch.delenv(NAME, raising=False)
    monkeypatch.delenv("BUURTWACHT_FIELD_KEY", raising=False)


def test_what_was_derived_at_first_stays():
    assert env.secret(NAME, first=b"a" * 32) == b"a" * 32
    assert env.secret(NAME, first=b"b" * 32) == b"a" * 32
    [path] = (env.DATA / "secrets").iterdir()
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_environment_goes_first(monkeypatch):
    monkeypatch.setenv(NAME, "cc" * 32)
    assert env.secret(NAME, first=b"a" * 32) == b"\xcc" * 32


def test_a_field_key_from_the_environment_alone_is_mentioned(monkeypatch):
    assert keys_that_belong_together() == []
    monkeypatch.setenv("BUURTWACHT_FIELD_KEY", "aa" * 32)
    [found] = keys_that_belong_together()
    assert found.id == "secrets.fingerprint_key"
    monkeypatch.setenv(NAME, "cc" * 32)
    assert keys_that_belong_together() == []


def test_a_backup_is_read_with_the_key_of_its_newest_fields_among_ours(settings):
    old, new, other = (bytes([number]) * 32 for number in (1, 2, 3))
    settings.FIELD_KEYS = [new, old]
    manifest = backups.manifest_now(with_secrets=False)
    assert backups.has_keys_of(manifest)

    settings.FIELD_KEYS = [other, new]
    assert backups.has_keys_of(manifest)
    settings.FIELD_KEYS = [other, old]
    assert not backups.has_keys_of(manifest)
    assert backups.has_keys_of({"key": manifest["key"]})  # of a version that did not say it
