# SPDX-License-Identifier: EUPL-1.2
"""python -m buurtwacht.live.hub <file descriptor>: a hub in a process of its own, without Django's apps.

`buurtwacht hub` starts it. The options come through a pipe, because they hold secrets.
"""

import asyncio
import os
import sys

import structlog

from buurtwacht.lib.logs import configure, hear_libraries

from .options import Options


def main() -> None:
    with os.fdopen(int(sys.argv[1])) as pipe:
        options = Options.from_json(pipe.read())
    _configure(options)
    run(options)


def run(options: Options) -> None:
    """Run a hub in this process until it is asked to end."""
    from .server import serve

    try:
        import uvloop
    except ImportError:  # Windows
        asyncio.run(serve(options))
    else:
        uvloop.run(serve(options))


def _configure(options: Options) -> None:
    """Django's settings with the two secrets that tokens and encryption read, and nothing else."""
    from django.conf import settings

    settings.configure(
        STREAM_KEY=bytes.fromhex(options.stream_key), FIELD_KEYS=[bytes.fromhex(key) for key in options.field_keys]
    )
    hear_libraries()
    configure(structlog.processors.JSONRenderer(), sys.stderr)


if __name__ == "__main__":
    main()
