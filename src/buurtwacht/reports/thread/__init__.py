# SPDX-License-Identifier: EUPL-1.2
"""What happens after a report is shared: its page, what neighbours add, its end, and the coordinator's desk."""
