"""Every route of the API keeps to its OpenAPI, whatever it is asked: cases by schemathesis."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.testclient import TestClient
from views.web.conftest import HOST, csrf_of

CHECKS = [
    not_a_server_error, content_type_conformance, response_schema_conformance,
    status_code_conformance,
]  # fmt: skip
EXAMPLES = {GenerationMode.POSITIVE: 10, GenerationMode.NEGATIVE: 5}


@pytest.fixture
def known(client: TestClient) -> dict[str, Any]:
    """Values that the ledger has, by the name of a parameter."""
    listed = client.get("/api/v1/incidents").json()["incidents"]
    return {"incident": listed[0]["id"], "report": "hayan-1"}


def operations(schema: Any) -> Iterator[Any]:
    """All operations of a schema."""
    for found in schema.get_all_operations():
        yield found.ok()


def real(case: Any, known: dict[str, Any]) -> None:
    """Puts ids that the ledger has into a case, where it takes ids."""
    if "id" in (case.path_parameters or {}):
        case.path_parameters["id"] = known["incident"]
    query = case.query or {}
    for name in ("id", "report"):
        if name in query:
            query[name] = known["report"]


def ask(client: TestClient, case: Any) -> Any:
    """Sends a case, with the header that proves it is ours."""
    given = case.as_transport_kwargs(base_url=f"http://{HOST}")
    given.pop("cookies", None)
    given["headers"] = {**dict(given.get("headers") or {}), "x-csrf-token": csrf_of(client)}
    answer = client.request(**{k: v for k, v in given.items() if v is not None})
    answer.request.read()  # which the checks look at, of files too
    return answer


def test_every_operation_keeps_to_its_schema(client: TestClient, known: dict[str, Any]) -> None:
    schema = schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())
    wrong: list[str] = []
    asked = 0
    for operation in operations(schema):
        for mode, examples in EXAMPLES.items():
            if mode is GenerationMode.NEGATIVE and sends_files(operation):
                continue  # a number in a file's place is nothing that a client can send
            found = try_out(client, operation, mode, examples, known)
            asked += found is None
            wrong += [] if found is None else [found]
    assert not wrong, "\n\n".join(wrong)
    assert asked >= 20


def sends_files(operation: Any) -> bool:
    """Whether it is sent as a form with files."""
    body = operation.definition.raw.get("requestBody", {})
    return "multipart/form-data" in body.get("content", {})


def try_out(
    client: TestClient, operation: Any, mode: Any, examples: int, known: dict[str, Any]
) -> str | None:
    """What was wrong with an operation."""

    @settings(
        max_examples=examples, derandomize=True, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode), known_ids=st.booleans())
    def cases(case: Any, known_ids: bool) -> None:
        if known_ids:
            real(case, known)
        case.validate_response(ask(client, case), checks=CHECKS)

    try:
        cases()
    except Exception as error:
        return f"{operation.label} ({mode.value}): {error}"
    return None
