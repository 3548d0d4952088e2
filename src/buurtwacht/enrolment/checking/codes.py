# SPDX-License-Identifier: EUPL-1.2
"""Codes that people read from paper and type, or say to a neighbour. No letters or figures that look alike."""

import hmac
import secrets

ALPHABET = "3479ACDEFGHJKMNPQRTUVWXY"  # without 0 O, 1 I L, 2 Z, 5 S, 6, 8 B
LENGTH = 8  # 24 ** 8 is more than a hundred thousand million, and five tries are all there are


def new_code() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """As it stands in a letter: "ACDE-FGHJ"."""
    return f"{code[:4]}-{code[4:]}" if code else ""


def same_code(code: str, typed: str) -> bool:
    """Is this the code? Spaces, dashes and small letters do not matter."""
    plain = "".join(letter for letter in typed.upper() if letter.isalnum())
    return bool(code) and hmac.compare_digest(code.encode(), plain.encode("utf-8", "replace"))
