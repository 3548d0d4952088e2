# SPDX-License-Identifier: EUPL-1.2
"""A small HTTP/2 client (RFC 9113) that does one thing: many POSTs with a short body to one push service."""
