"""An authenticator app."""

import base64
import hmac
import struct
import time


class Authenticator:
    """RFC 6238. Each call gives a code that was not given before."""

    def __init__(self, secret):
        self._seed = base64.b32decode(secret + "=" * (-len(secret) % 8))
        self._last = -1

    def code(self):
        self._last = max(self._last + 1, int(time.time()) // 30)
        digest = hmac.digest(self._seed, struct.pack(">Q", self._last), "sha1")
        number = struct.unpack_from(">I", digest, digest[-1] & 0xF)[0] & 0x7FFFFFFF
        return f"{number % 1_000_000:06}"
