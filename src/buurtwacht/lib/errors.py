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


class GoFirst(DomainError):
    """Something has to be done first, on the page at `url`. After that they are led back to where they were going."""

    def __init__(self, message: object, url: str) -> None:
        super().__init__(message)
        self.url = url


def refuse_if(sentence: str | None) -> None:
    """Raises `DomainError` with the sentence, if a rule gave one."""
    if sentence:
        raise DomainError(sentence)
