# SPDX-License-Identifier: EUPL-1.2
"""How the hub is doing, for an operator and for Prometheus. Counts only."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric, SummaryMetricFamily
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from .state import Hub

SILENCE = 5.0  # seconds without an answer from the database after which the hub calls itself ill


def health(hub: "Hub", now: float) -> tuple[int, str]:
    """A status and a sentence."""
    if hub.draining:
        return 503, "Closing.\n"
    if now - hub.last_contact > SILENCE:
        return 503, "The database does not answer.\n"
    return 200, "Well.\n"


def figures(hub: "Hub") -> str:
    """The figures in Prometheus' text format."""
    registry = CollectorRegistry()
    registry.register(_Figures(hub))
    return generate_latest(registry).decode()


class _Figures(Collector):
    def __init__(self, hub: "Hub") -> None:
        self._hub = hub

    def collect(self) -> Iterable[Metric]:
        hub, counts = self._hub, self._hub.counts
        for name, help_text, value in (
            ("subscribers", "Open streams and waiting polls", len(hub.crowd)),
            ("callers", "Connections that are no stream", len(hub.callers)),
            ("topics", "Topics that somebody hears", len(hub.board.topics)),
            ("position", "Id of the last event that was told", hub.board.position),
            ("memory_bytes", "Frames kept for who comes back", hub.memory.bytes),
        ):
            yield GaugeMetricFamily(f"buurtwacht_hub_{name}", help_text, float(value))
        for name, help_text, value in (
            ("streams", "Streams opened", counts.streams),
            ("polls", "Polls taken", counts.polls),
            ("frames", "Frames written to streams", hub.board.told),
            ("tokens_refused", "Tokens that opened nothing", counts.refused),
            ("slow", "Streams cut off because they did not read", counts.slow),
            ("late", "Requests that took too long to arrive", counts.late),
            ("full", "Connections turned away", counts.full),
            ("receipts", "Receipts stored", hub.intake.stored),
            ("receipts_refused", "Receipts not taken", counts.receipts_refused),
        ):
            yield CounterMetricFamily(f"buurtwacht_hub_{name}", help_text, float(value))
        yield SummaryMetricFamily(
            "buurtwacht_hub_delay_seconds",
            "From publishing to telling",
            count_value=counts.events,
            sum_value=counts.delay,
        )
