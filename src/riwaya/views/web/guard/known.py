"""Routes that find out who asks before they read what is sent: a stranger could send very much."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from riwaya.views.web.guard.asking import viewer_of


class Known(APIRoute):
    """A route for viewers alone; FastAPI by itself reads JSON before it asks who sends it."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """What answers a request."""
        answer = super().get_route_handler()

        async def known(request: Request) -> Response:
            await run_in_threadpool(viewer_of, request)
            return await answer(request)

        return known
