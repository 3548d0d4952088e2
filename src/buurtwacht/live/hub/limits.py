# SPDX-License-Identifier: EUPL-1.2
import sys

import structlog

log = structlog.get_logger()

SPARE = 200  # files besides connections: the database, the log, the libraries


def allow_connections(connections: int) -> int:
    """Let this process have that many connections, or as many as the system allows. Returns how many."""
    if sys.platform == "win32":
        return connections
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = connections + SPARE
    ceiling = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft < ceiling:
        resource.setrlimit(resource.RLIMIT_NOFILE, (ceiling, hard))
    if ceiling < wanted:
        log.warning("hub.few_open_files", allowed=ceiling, wanted=wanted)
    return min(connections, max(ceiling, soft) - SPARE)
