# SPDX-License-Identifier: EUPL-1.2
"""python -m buurtwacht.testing.publishers DSN COUNT SEED TOPIC…: publishes as fast and as oddly as a busy site."""

import random
import sys
import time
from typing import Any

from psycopg.conninfo import conninfo_to_dict


def main() -> None:
    dsn, count, seed, *topics = sys.argv[1:]
    import django
    from django.conf import settings

    settings.DATABASES["default"] |= _django_names(dsn)
    django.setup()
    publish_some(random.Random(int(seed)), int(count), topics)


def publish_some(chance: random.Random, count: int, topics: list[str]) -> None:
    """Transactions of one to three events; some take their time, some are rolled back."""
    from django.db import transaction

    from buurtwacht.live.services import publish

    told = 0
    while told < count:
        together = min(chance.randint(1, 3), count - told)
        with transaction.atomic():
            for _ in range(together):
                publish(chance.choice(topics), "entry", f"<li>{chance.random()}\n{'x' * chance.randint(0, 3000)}</li>")
            if chance.random() < 0.3:
                time.sleep(chance.random() * 0.004)
            if chance.random() < 0.2:
                transaction.set_rollback(True)
                continue
        told += together


def _django_names(dsn: str) -> dict[str, Any]:
    names = {"host": "HOST", "port": "PORT", "dbname": "NAME", "user": "USER", "password": "PASSWORD"}
    return {names[name]: value for name, value in conninfo_to_dict(dsn).items() if name in names}


if __name__ == "__main__":
    main()
