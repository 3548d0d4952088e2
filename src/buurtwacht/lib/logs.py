# SPDX-License-Identifier: EUPL-1.2
"""What may stand in a log line: facts of ours, never what somebody wrote, never an address or a token.

An exception's text, and the frames of a traceback with their values, may hold all of these. So a line about one says
its type and where in our code it came up, and nothing else: `log.error("room.event", **facts_of(error))`.
"""

import logging
import sys
import traceback
from logging.config import dictConfig
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor

HOME = Path(__file__).resolve().parent.parent
ADDRESS_WRITERS = ("apprise", "mail.log", "urllib3")  # they write addresses down, with secrets in them, at every level


def facts_of(error: BaseException) -> dict[str, str]:
    """What may be said of an exception: its type, and the place. Two entries, for a log line."""
    return {"error": type(error).__name__, "at": raised_at(error)}


def raised_at(error: BaseException) -> str:
    """The last file and line of ours on the way to where this came up; of a library's, when none is ours."""
    return _place(error.__traceback__)


def _place(trace: TracebackType | None) -> str:
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in traceback.walk_tb(trace)]
    ours = [(path.relative_to(HOME).as_posix(), line) for path, line in frames if path.is_relative_to(HOME)]
    theirs = [(f"{path.parent.name}/{path.name}", line) for path, line in frames]
    name, line = (ours or theirs or [("", 0)])[-1]
    return f"{name}:{line}" if name else ""


def without_words(_: Any, __: str, event: EventDict) -> EventDict:
    """The last gate of our own lines: an exception that got in all the same leaves its text behind."""
    found = event.pop("exc_info", None)
    for key in ("stack_info", "exception", "stack"):
        event.pop(key, None)
    error = sys.exc_info()[1] if found is True else found[1] if isinstance(found, tuple) else found
    for key, value in event.items():
        if isinstance(value, BaseException):
            event[key] = type(value).__name__
    if isinstance(error, BaseException):
        event.update(facts_of(error))
    return event


class WithoutWords(logging.Formatter):
    """A line of a library: who, how bad, where, and its words as they stand in its source, with the gaps unfilled.

    Words without gaps may have been put together with anything, so they are left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        said = repr(record.msg) if isinstance(record.msg, str) and record.args else ""
        where = f"{Path(record.pathname).parent.name}/{record.filename}:{record.lineno}"
        line = f"{self.formatTime(record)} {record.levelname.lower()} {record.name} {where} {said}".rstrip()
        error = record.exc_info[1] if record.exc_info else None
        return line if error is None else " ".join([line, *(f"{key}={each}" for key, each in facts_of(error).items())])

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:
        return super().formatTime(record, "%Y-%m-%dT%H:%M:%S%z")


def configure(render: Processor, stream: TextIO | None = None) -> None:
    """Make our own lines and those of libraries leave every word behind, in this process."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            without_words,
            render,
        ],
        logger_factory=structlog.WriteLoggerFactory(file=stream) if stream else structlog.PrintLoggerFactory(),
    )
    silence(*ADDRESS_WRITERS)


def hear_libraries() -> None:
    """For a process without Django, which does this by itself."""
    dictConfig(LIBRARIES)


def silence(*names: str) -> None:
    """Hear no more of these libraries at all."""
    for name in names:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


# For `logging.config.dictConfig`: Django's own lines too. A page that is not there is no news, and its address may be a
# link that was sent to one person: so `django.request` speaks of what broke here only.
LIBRARIES: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"bare": {"()": f"{__name__}.WithoutWords"}},
    "handlers": {"bare": {"class": "logging.StreamHandler", "formatter": "bare"}},
    "root": {"handlers": ["bare"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"level": "ERROR"},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": True},
        "_granian": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
