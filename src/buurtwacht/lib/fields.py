# SPDX-License-Identifier: EUPL-1.2
"""Model fields that are encrypted at rest. They cannot be searched, and that is meant."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from . import crypto


class EncryptedBinaryField(models.BinaryField[Any, Any]):
    """Bytes that only the program can read."""

    def from_db_value(self, value: memoryview | bytes | None, *args: object) -> Any:
        return None if value is None else self.unpack(crypto.decrypt(bytes(value)))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        sealed = None if value is None else crypto.encrypt(self.pack(value))
        return super().get_db_prep_value(sealed, connection, prepared)

    def value_to_string(self, obj: models.Model) -> str:
        raise NotImplementedError("encrypted fields do not leave by serialisation")

    def pack(self, value: Any) -> bytes:
        return bytes(value)

    def unpack(self, plain: bytes) -> Any:
        return plain


class EncryptedTextField(EncryptedBinaryField):
    """Text that only the program can read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def get_default(self) -> Any:
        return super().get_default() if self.has_default() else ""

    def pack(self, value: Any) -> bytes:
        return str(value).encode()

    def unpack(self, plain: bytes) -> str:
        return plain.decode()


class EncryptedJSONField(EncryptedBinaryField):
    """A dict or list that only the program can read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("editable", True)
        super().__init__(*args, **kwargs)

    def get_default(self) -> Any:
        return super().get_default() if self.has_default() else None

    def pack(self, value: Any) -> bytes:
        return json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False).encode()

    def unpack(self, plain: bytes) -> Any:
        return json.loads(plain)
