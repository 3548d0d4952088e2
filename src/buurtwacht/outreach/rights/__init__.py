# SPDX-License-Identifier: EUPL-1.2
"""The rights of people whom a report may have described, and who have no account (GDPR, articles 15 to 22; R145)."""
