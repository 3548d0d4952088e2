# SPDX-License-Identifier: EUPL-1.2
"""The environment, read in one place. docs/settings.md has a heading for each name."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

DATA = Path(os.environ.get("BUURTWACHT_DATA", "var")).expanduser().resolve()


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default)


def flag(name: str, default: bool = False) -> bool:
    return os.environ.get(name, "yes" if default else "no").lower() in ("1", "yes", "true", "on")


def number(name: str, default: int) -> int:
    return int(os.environ.get(name, default))


def words(name: str, default: str = "") -> list[str]:
    return [word for word in os.environ.get(name, default).replace(",", " ").split() if word]


def origins(name: str) -> list[str]:
    """The scheme and host of an address, for the content security policy; nothing for an address on our own host."""
    address = urlsplit(text(name))
    return [f"{address.scheme}://{address.netloc}"] if address.netloc else []


def secret(name: str, size: int = 32, *, first: bytes | None = None) -> bytes:
    """A secret of `size` bytes, as hex: from the environment, else from a file in the data folder, made once.

    `first` is what is written when the file is made; without it that is a random one.
    """
    if name in os.environ:
        return bytes.fromhex(os.environ[name])
    path = DATA / "secrets" / name.lower()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.parent.chmod(0o700)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.write_text((first or secrets.token_bytes(size)).hex())
        fresh.chmod(0o600)
        with suppress(FileExistsError):
            os.link(fresh, path)  # the first process to get here wins; the others read what it wrote
        fresh.unlink()
    return bytes.fromhex(path.read_text().strip())
