# SPDX-License-Identifier: EUPL-1.2
"""What enrolment keeps about people, and for how long."""

from . import acceptances, applications, checks, departures, imports, rules

__all__ = ["acceptances", "applications", "checks", "departures", "imports", "rules"]
