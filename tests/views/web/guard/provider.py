"""A small provider of logins, asked without a network."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import RSAKey

ISSUER, CLIENT, SECRET = "https://login.example", "riwaya", "a secret of the test"


class Provider:
    """It logs in whom `subject` names, and forges what a test tells it to."""

    def __init__(self) -> None:
        self.subject, self.key = "user-17", RSAKey.generate_key(2048, {"kid": "1"})
        self.claims: dict[str, Any] = {}  # that replace the right ones
        self.metadata: dict[str, Any] = {}
        self.signed_by: RSAKey | None = None
        self.codes: dict[str, dict[str, str]] = {}
        self.asked: list[str] = []

    @property
    def transport(self) -> httpx.MockTransport:
        """What stands for the network."""
        return httpx.MockTransport(self._answer)

    def log_in(self, address: str) -> str:
        """Logs in at the address that a browser was led to; where it is led back to."""
        asked = {k: v[0] for k, v in parse_qs(urlsplit(address).query).items()}
        assert address.startswith(f"{ISSUER}/authorize?")
        assert (asked["client_id"], asked["response_type"]) == (CLIENT, "code")
        assert asked["code_challenge_method"] == "S256"
        self.codes[code := f"code-{len(self.codes)}"] = asked
        back = httpx.URL(asked["redirect_uri"], params={"code": code, "state": asked["state"]})
        return str(back)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        path = request.url.path
        self.asked.append(path)
        if path == "/.well-known/openid-configuration":
            return httpx.Response(200, json=self._said())
        if path == "/keys":
            return httpx.Response(200, json={"keys": [self.key.as_dict(private=False)]})
        assert path == "/token"
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        assert request.headers["authorization"] == f"Basic {basic}"
        return self._token({k: v[0] for k, v in parse_qs(request.content.decode()).items()})

    def _said(self) -> dict[str, Any]:
        known = ("authorization_endpoint", "/authorize"), ("token_endpoint", "/token")
        said = {name: f"{ISSUER}{path}" for name, path in (*known, ("jwks_uri", "/keys"))}
        return {"issuer": ISSUER, **said, **self.metadata}

    def _token(self, given: dict[str, str]) -> httpx.Response:
        asked = self.codes.pop(given["code"], None)
        challenge = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        proof = base64.urlsafe_b64encode(challenge).rstrip(b"=").decode()
        if asked is None or asked["code_challenge"] != proof:
            return httpx.Response(400, json={"error": "invalid_grant"})
        assert given["redirect_uri"] == asked["redirect_uri"]
        now = int(time.time())
        claims = {
            "iss": ISSUER, "sub": self.subject, "aud": CLIENT, "iat": now, "exp": now + 300,
            "nonce": asked["nonce"], **self.claims,
        }  # fmt: skip
        key = self.signed_by or self.key
        token = jwt.encode({"alg": "RS256", "kid": key.kid}, claims, key)
        said = {"access_token": "x", "token_type": "Bearer", "id_token": token}
        return httpx.Response(200, content=json.dumps(said))
