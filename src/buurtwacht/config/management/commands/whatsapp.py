# SPDX-License-Identifier: EUPL-1.2
"""WhatsApp for the operator: our templates at Meta, and whether everything is in order."""

import json
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from asgiref.sync import async_to_sync
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from buurtwacht.channels.base import DeliveryFailed
from buurtwacht.channels.whatsapp.checks import problems
from buurtwacht.channels.whatsapp.forms import forms
from buurtwacht.channels.whatsapp.graph import Graph
from buurtwacht.channels.whatsapp.registering import Standing, account_problems, standings, submit_missing
from buurtwacht.delivery.remembering.book import troubles

T = TypeVar("T")


class Command(BaseCommand):
    help = "Hand in our WhatsApp templates, and see how everything stands at Meta."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        tasks = parser.add_subparsers(dest="task", required=True)
        templates = tasks.add_parser("templates", help="how our templates stand")
        templates.add_argument("--submit", action="store_true", help="hand in those that Meta does not have")
        templates.add_argument(
            "--json", action="store_true", help="print what Meta is asked to approve, and ask nothing"
        )
        tasks.add_parser("check", help="settings, number, webhooks, templates and troubles")

    def handle(self, *args: Any, **options: Any) -> None:
        if options.get("json"):
            submissions = [form.submission(language) for form in forms().values() for language in form.wordings]
            self.stdout.write(json.dumps(submissions, ensure_ascii=False, indent=2))
        elif options["task"] == "check":
            self._check()
        else:
            self._templates(submit=options["submit"])

    def _templates(self, *, submit: bool) -> None:
        if submit:
            for standing, why in _ask(submit_missing):
                self.stdout.write(f"{_named(standing)}  {why or standing.status}")
        found = _ask(standings)
        for standing in found:
            self.stdout.write(f"{_named(standing)}  {standing.status}  {standing.category}")
        if not all(standing.is_fine for standing in found):
            raise CommandError(
                "Not every template is approved as UTILITY. An alarm takes another way, or another form."
            )

    def _check(self) -> None:
        self.stdout.write(f"Webhook to fill in at Meta: {settings.SITE_URL}/kanaal/whatsapp")
        found = problems()
        if not found:
            found = _ask(account_problems)
            found += [f"{_named(one)} is {one.status} {one.category}." for one in _ask(standings) if not one.is_fine]
        found += [f"Meta said {one.code} about {one.about}, last at {one.last_at:%Y-%m-%d %H:%M}Z." for one in _told()]
        for sentence in found:
            self.stdout.write(sentence)
        if found:
            raise CommandError("Something is not in order.")
        self.stdout.write("All is well.")


def _told() -> list[Any]:
    return troubles("whatsapp")


def _named(standing: Standing) -> str:
    return f"{standing.form.name} ({standing.language})"


def _ask(question: Callable[[Graph], Awaitable[T]]) -> T:
    """Ask Meta, in an event loop of its own."""

    async def whole() -> T:
        graph = Graph()
        try:
            return await question(graph)
        finally:
            await graph.close()

    try:
        return async_to_sync(whole)()
    except DeliveryFailed as failure:
        raise CommandError(f"Meta did not answer as it should: {failure.reason}.") from failure
