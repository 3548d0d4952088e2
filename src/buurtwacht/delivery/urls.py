# SPDX-License-Identifier: EUPL-1.2
from django.urls import re_path

from .inbox import views

urlpatterns = [
    re_path(r"^kanaal/(?P<kind>[a-z_]{2,20})(?:/(?P<rest>.*))?$", views.take_in, name="channel"),
]
