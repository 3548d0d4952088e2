# SPDX-License-Identifier: EUPL-1.2
from django.urls import path, re_path

from .inbox import views as inbox
from .unsubscribing import views as unsubscribing

urlpatterns = [
    path("kanaal/email/uit/<str:token>/", unsubscribing.mail_off, name="mail_off"),
    re_path(r"^kanaal/(?P<kind>[a-z_]{2,20})(?:/(?P<rest>.*))?$", inbox.take_in, name="channel"),
]
