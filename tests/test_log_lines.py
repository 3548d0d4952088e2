# SPDX-License-Identifier: EUPL-1.2
"""What somebody wrote, an address or a token never stands in a log."""

import io
import logging
import re
from logging.config import dictConfig
from pathlib import Path

import pytest
import structlog
from django.conf import settings

import buurtwacht
from buurtwacht.lib.crypto import Unreadable, decrypt
from buurtwacht.lib.logs import LIBRARIES, configure, facts_of

from .log_lines import faults_in

HOME = Path(buurtwacht.__file__).parent
OURS = {HOME / "lib/logs.py"}  # the one way
SECRET = "anna@voorbeeld.example"


def sources():
    for path in sorted(HOME.rglob("*.py")):
        inside = path.relative_to(HOME).parts
        if "tests" not in inside and inside[0] != "testing" and path not in OURS and path.name != "contract.py":
            yield path


def test_no_line_in_the_source_can_carry_words():
    found = [f"{path}:{fault.line}: {fault.why}" for path in sources() for fault in faults_in(path.read_text())]
    assert found == []


def test_the_source_was_looked_at():
    lines = sum(len(re.findall(r"^\s*log\.\w+\(", path.read_text(), re.M)) for path in sources())
    assert lines > 50


CAUGHT = "import structlog\nlog = structlog.get_logger()\ntry:\n    work()\nexcept ValueError as error:\n    "


@pytest.mark.parametrize(
    "line",
    [
        'log.error("a.b", error=str(error))',
        'log.error("a.b", why=str(error))',
        'log.error("a.b", why=error)',
        'log.error("a.b", why=error.args[0])',
        'log.error("a.b", why=repr(error)[:40])',
        'log.error("a.b", why=f"no: {error}")',
        'log.error("a.b", why="no: " + words)',
        'log.error("a.b", exc_info=True)',
        'log.error("a.b", address=address)',
        'log.error("a.b", **vars(error))',
        'log.error(f"a.{error}")',
        'log.error("Nobody at %s", address)',
        'log.exception("a.b")',
        "import logging",
        "import traceback",
        "warnings.warn(str(error))",
    ],
)
def test_a_line_that_could_carry_words_is_found(line):
    assert [fault.line for fault in faults_in(CAUGHT + line)] == [6]


@pytest.mark.parametrize(
    "line",
    [
        'log.error("a.b", channel=kind, **facts_of(error))',
        'log.info("a.b", rows=len(one) + len(two))',
        'log.warning("a.b", why=error.reason)',
    ],
)
def test_a_line_of_facts_is_fine(line):
    assert faults_in(CAUGHT + line) == []


def failed():
    try:
        settings.FIELD_KEYS[SECRET]
    except TypeError as error:
        return error


def test_an_error_is_told_by_its_type_and_place():
    with pytest.raises(Unreadable) as caught:
        decrypt(SECRET.encode())
    facts = facts_of(caught.value)
    assert facts["error"] == "Unreadable"
    assert re.fullmatch(r"lib/crypto\.py:\d+", facts["at"])


@pytest.fixture
def printed():
    """What our own lines and those of libraries look like in a process of ours."""
    handlers, before, levels = logging.root.handlers[:], structlog.get_config(), logging.root.level
    out = io.StringIO()
    dictConfig(LIBRARIES)
    bare = logging.root.handlers[0]
    bare.setStream(out)
    configure(structlog.processors.JSONRenderer(), out)
    yield out
    structlog.configure(**before)
    logging.root.handlers[:] = handlers
    logging.root.setLevel(levels)


def test_our_own_lines_leave_an_exception_behind_all_the_same(printed):
    error = failed()
    structlog.get_logger().error("a.b", exc_info=error, why=error, stack_info=True)
    try:
        raise LookupError(SECRET)
    except LookupError:
        structlog.get_logger().exception("a.b")
    assert "TypeError" in printed.getvalue()
    assert "LookupError" in printed.getvalue()
    assert SECRET not in printed.getvalue()


def test_libraries_are_heard_without_their_words(printed):
    error = failed()
    logging.getLogger("django.request").error("%s: %s", "Internal Server Error", SECRET, exc_info=error)
    logging.getLogger("asyncio").error("Task of %s" % SECRET, exc_info=error)  # noqa: UP031, G002 - as they do
    logging.getLogger("psycopg.pool").warning("error connecting in %r: %s", "pool-1", SECRET)
    lines = printed.getvalue().splitlines()
    assert len(lines) == 3
    assert "django.request" in lines[0]
    assert "error=TypeError" in lines[1]
    assert "'error connecting in %r: %s'" in lines[2]
    assert SECRET not in printed.getvalue()


def test_a_page_that_is_not_there_says_nothing(printed, client, db):
    assert client.get("/u/geheim-van-anna/").status_code == 404
    assert printed.getvalue() == ""


def test_libraries_that_write_addresses_down_are_not_heard(printed):
    for name in ("apprise", "mail.log", "urllib3.connectionpool", "httpx", "aiohttp.access"):
        logging.getLogger(name).info("GET %s", SECRET)
    logging.getLogger("mail.log").error("%s", SECRET)
    logging.getLogger("apprise").error("%s", SECRET)
    assert printed.getvalue() == ""
