# SPDX-License-Identifier: EUPL-1.2
from django.db import models


class Attempt(models.Model):
    """A count of attempts to sign in, by network address or by a hash of a mail address. Django's cache writes it."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField()

    class Meta:
        managed = False  # migration 0003 makes the table, without a log
        db_table = "buurtwacht_cache"

    def __str__(self) -> str:
        return "attempt"  # never the key: it may hold a network address
