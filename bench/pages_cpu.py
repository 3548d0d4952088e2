# SPDX-License-Identifier: EUPL-1.2
"""The CPU time of one page, in process: `python -m bench.pages_cpu SESSION PATH` prints milliseconds per request."""

import json
import os
import statistics
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "buurtwacht.config.settings")

import django

django.setup()

from django.conf import settings
from django.test import Client

from buurtwacht.config import database

WARM_UP, REQUESTS, ROUNDS = 30, 100, 5


def main() -> None:
    database.start(settings.DATA)
    client = Client(SERVER_NAME="localhost")
    client.cookies["sessionid"] = sys.argv[1]
    for _ in range(WARM_UP):
        assert client.get(sys.argv[2]).status_code == 200
    rounds = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        for _ in range(REQUESTS):
            client.get(sys.argv[2])
        rounds.append((time.process_time() - begun) * 1000 / REQUESTS)
    print(json.dumps({"median": statistics.median(rounds), "rounds": rounds}))


if __name__ == "__main__":
    main()
