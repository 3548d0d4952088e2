# SPDX-License-Identifier: EUPL-1.2
"""What happens to an application between the form and the confirmed address."""

from .submit import AlreadyApplied, AlreadyMember, submit_application

__all__ = ["AlreadyApplied", "AlreadyMember", "submit_application"]
