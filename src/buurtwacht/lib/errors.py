# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong in a way that a person should hear about."""


class DomainError(Exception):
    """A rule said no. The message is translated, polite, safe for anybody, and says what to do instead."""

    status = 400

    def __init__(self, message: object) -> None:
        super().__init__(message)
        self.message = message


class NotFound(DomainError):
    """Absent, or not yours: the two sound the same, so that nobody learns what exists."""

    status = 404
