"""Logins at an outside provider, by OpenID Connect: who it is there, never what they may do here.

The code flow with PKCE, state and nonce. An admin links issuer and subject to an account; nobody
gets an account by logging in.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from riwaya.views.web.guard.oidc import Begun, Oidc, is_safe

if TYPE_CHECKING:
    import httpx

_ALGORITHMS = (
    "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519",
    "EdDSA",
)  # fmt: skip
_LEEWAY = 60  # seconds that two clocks may differ
_PATIENCE = 10  # seconds for an answer
_CLAIMS = ("iss", "sub", "aud", "exp", "iat", "nonce")


class OutsideError(Exception):
    """An outside login that did not work; the message says why, to whom runs the server."""


class Outside:
    """Logins at one provider. What it says of itself is asked once, its keys when one is new."""

    def __init__(self, oidc: Oidc, transport: httpx.BaseTransport | None = None) -> None:
        self.oidc = oidc
        self._transport = transport
        self._said: Mapping[str, Any] | None = None
        self._keys: Mapping[str, Any] | None = None

    def begin(self, back: str, next: str) -> tuple[str, Begun]:
        """The provider's address to lead a browser to, and what to keep until it is at `back`.

        Raises OutsideError.
        """
        state, nonce, verifier = (secrets.token_urlsafe(48) for _ in range(3))
        begun = Begun(state, nonce, verifier, next)
        endpoint = self._endpoint("authorization_endpoint")
        with self._client(back) as client:
            address, _ = client.create_authorization_url(
                endpoint, state=state, nonce=nonce, code_verifier=verifier
            )
        return str(address), begun

    def finish(self, begun: Begun, given: Mapping[str, str], back: str) -> str:
        """The subject who logged in, by what the browser came back with. Raises OutsideError."""
        if not secrets.compare_digest(given.get("state", "").encode(), begun.state.encode()):
            raise OutsideError("the answer belongs to another login")
        if given.get("iss", self.oidc.issuer).rstrip("/") != self.oidc.issuer:
            raise OutsideError("another provider answered")
        if not given.get("code"):
            raise OutsideError(f"the provider refused: {given.get('error', 'no code')[:100]}")
        return self._subject(self._token(begun, given["code"], back), begun.nonce)

    def _token(self, begun: Begun, code: str, back: str) -> Mapping[str, Any]:
        import httpx
        from authlib.common.errors import AuthlibBaseError

        endpoint = self._endpoint("token_endpoint")
        try:
            with self._client(back) as client:
                token: Mapping[str, Any] = client.fetch_token(
                    endpoint, code=code, code_verifier=begun.verifier,
                    grant_type="authorization_code",
                )  # fmt: skip
        except (httpx.HTTPError, AuthlibBaseError, ValueError) as error:
            raise OutsideError(f"the provider gave no token: {error}") from error
        return token

    def _subject(self, token: Mapping[str, Any], nonce: str) -> str:
        from authlib.oidc.core import CodeIDToken
        from joserfc.errors import JoseError

        options: dict[str, Any] = {name: {"essential": True} for name in _CLAIMS}
        options["iss"]["values"] = [self._metadata()["issuer"]]
        params = {"nonce": nonce, "client_id": self.oidc.client_id}
        if token.get("access_token"):
            params["access_token"] = token["access_token"]
        try:
            found = self._decoded(str(token.get("id_token", "")))
            claims = CodeIDToken(found.claims, found.header, options, params)
            claims.validate(leeway=_LEEWAY)
        except (JoseError, ValueError, TypeError) as error:
            raise OutsideError(f"the provider's word cannot be trusted: {error}") from error
        return str(claims["sub"])

    def _decoded(self, id_token: str) -> Any:
        """The id token, its signature checked; with the provider's keys of now where one is new."""
        from joserfc import jwt
        from joserfc.errors import InvalidKeyIdError

        try:
            return jwt.decode(id_token, self._key_set(), algorithms=list(_ALGORITHMS))
        except InvalidKeyIdError:
            self._keys = None
            return jwt.decode(id_token, self._key_set(), algorithms=list(_ALGORITHMS))

    def _key_set(self) -> Any:
        from joserfc.jwk import KeySet

        if self._keys is None:
            self._keys = self._fetched(self._endpoint("jwks_uri"))
        return KeySet.import_key_set(dict(self._keys))  # type: ignore[arg-type]

    def _metadata(self) -> Mapping[str, Any]:
        if self._said is None:
            said = self._fetched(f"{self.oidc.issuer}/.well-known/openid-configuration")
            if str(said.get("issuer", "")).rstrip("/") != self.oidc.issuer:
                raise OutsideError(f"{self.oidc.issuer} says that it is {said.get('issuer')}")
            self._said = said
        return self._said

    def _endpoint(self, name: str) -> str:
        address = str(self._metadata().get(name, ""))
        if not is_safe(address):
            raise OutsideError(f"the provider's {name} is no https:// address")
        return address

    def _fetched(self, address: str) -> Mapping[str, Any]:
        import httpx

        try:
            with httpx.Client(transport=self._transport, timeout=_PATIENCE) as client:
                said = client.get(address).raise_for_status().json()
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise OutsideError(f"{address}: {error}") from error
        if not isinstance(said, dict):
            raise OutsideError(f"{address}: is no JSON object")
        return said

    def _client(self, back: str) -> Any:
        from authlib.integrations.httpx_client import OAuth2Client

        ways = self._metadata().get("token_endpoint_auth_methods_supported", [])
        basic = "client_secret_basic" in ways or "client_secret_post" not in ways
        return OAuth2Client(
            self.oidc.client_id, self.oidc.client_secret, scope="openid", redirect_uri=back,
            token_endpoint_auth_method=f"client_secret_{'basic' if basic else 'post'}",
            code_challenge_method="S256", transport=self._transport, timeout=_PATIENCE,
        )  # fmt: skip
