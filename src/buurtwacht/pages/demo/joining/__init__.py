# SPDX-License-Identifier: EUPL-1.2
"""Neighbours who would like to take part, each as far as the story has them."""
