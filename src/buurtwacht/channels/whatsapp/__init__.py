# SPDX-License-Identifier: EUPL-1.2
"""WhatsApp, through Meta's official Cloud API, from one number of ours to one person at a time."""
