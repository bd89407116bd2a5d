"""The client's side of the service's Secure Remote Password (RFC 5054, group of 3072 bits), for users and for devices."""

import base64
import datetime
import hashlib
import hmac
import secrets


def _pi_times_power_of_two(bits):
    """floor(pi * 2^bits), by Machin's formula."""
    guard = 64

    def arctangent_of_inverse(number):
        term = (1 << bits + guard) // number
        total, divisor = term, 1
        while term:
            term //= -number * number
            divisor += 2
            total += term // divisor
        return total

    return 4 * (4 * arctangent_of_inverse(5) - arctangent_of_inverse(239)) >> guard


# RFC 3526, section 4.
N = 2**3072 - 2**3008 - 1 + 2**64 * (_pi_times_power_of_two(2942) + 1690314)
G = 2


def _bytes(number):
    """As Java's BigInteger writes them: with a leading zero where the highest bit would be a sign."""
    return number.to_bytes(number.bit_length() // 8 + 1, "big")


def _hash(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def _number(data):
    return int.from_bytes(data, "big")


K = _number(_hash(_bytes(N), _bytes(G)))


class Srp:
    """One proof of a password: of a user of a pool, or of a device of a group."""

    def __init__(self, group, password):
        self._group = group
        self._password = password
        self._secret = secrets.randbelow(N)

    @property
    def a(self):
        return f"{pow(G, self._secret, N):x}"

    def _x(self, salt, name):
        identity = _hash(f"{self._group}{name}:{self._password}".encode())
        return _number(_hash(_bytes(salt), identity))

    def verifier(self, name):
        """What a device hands over when it is confirmed."""
        salt = secrets.randbits(128)
        return {
            "Salt": base64.b64encode(_bytes(salt)).decode(),
            "PasswordVerifier": base64.b64encode(_bytes(pow(G, self._x(salt, name), N))).decode(),
        }

    def claim(self, name, challenge):
        """The responses to PASSWORD_VERIFIER and DEVICE_PASSWORD_VERIFIER, without the names of who answers."""
        b = int(challenge["SRP_B"], 16)
        u = _number(_hash(_bytes(int(self.a, 16)), _bytes(b)))
        x = self._x(int(challenge["SALT"], 16), name)
        shared = pow(b - K * pow(G, x, N), self._secret + u * x, N)
        extracted = hmac.digest(_bytes(u), _bytes(shared), "sha256")
        key = hmac.digest(extracted, b"Caldera Derived Key\x01", "sha256")[:16]
        now = datetime.datetime.now(datetime.timezone.utc)
        timestamp = f"{now:%a %b} {now.day} {now:%H:%M:%S UTC %Y}"
        block = challenge["SECRET_BLOCK"]
        signed = f"{self._group}{name}".encode() + base64.b64decode(block) + timestamp.encode()
        return {
            "PASSWORD_CLAIM_SECRET_BLOCK": block,
            "PASSWORD_CLAIM_SIGNATURE": base64.b64encode(hmac.digest(key, signed, "sha256")).decode(),
            "TIMESTAMP": timestamp,
        }
