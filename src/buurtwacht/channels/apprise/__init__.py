# SPDX-License-Identifier: EUPL-1.2
"""The long tail: services that take a message and say nothing back, by way of the library Apprise."""
