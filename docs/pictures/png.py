"""Small pictures: a screenshot written again with a palette of at most 96 colours."""

from __future__ import annotations

import base64
import struct
import zlib

import numpy
from numpy.typing import NDArray
from playwright.sync_api import Page

_MOST = 96
_PIXELS = """async (png) => {
  const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let text = "";
  for (let at = 0; at < data.length; at += 30000) {
    text += String.fromCharCode(...data.subarray(at, at + 30000));
  }
  return [image.width, image.height, btoa(text)];
}"""


def smaller(blank: Page, png: bytes) -> bytes:
    """The picture with a palette; `blank` is a page without a policy, which decodes it."""
    width, height, pixels = blank.evaluate(_PIXELS, base64.b64encode(png).decode())
    flat = numpy.frombuffer(base64.b64decode(pixels), numpy.uint8).reshape(-1, 4)[:, :3]
    palette, index = _palette(flat)
    rows = numpy.zeros((height, width + 1), numpy.uint8)  # each row begins with its filter: none
    rows[:, 1:] = index.reshape(height, width)
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    body = zlib.compress(rows.tobytes(), 9)
    chunks = ((b"IHDR", head), (b"PLTE", palette.tobytes()), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _palette(flat: NDArray[numpy.uint8]) -> tuple[NDArray[numpy.uint8], NDArray[numpy.uint8]]:
    """The commonest colours, and for each pixel the place of the nearest of them."""
    wide = flat.astype(numpy.uint32)
    packed = wide[:, 0] << 16 | wide[:, 1] << 8 | wide[:, 2]
    colours, which, counts = numpy.unique(packed, return_inverse=True, return_counts=True)
    known = numpy.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(int)
    kept = known[_chosen(known, counts)]
    nearest = numpy.array([int(((kept - one) ** 2).sum(axis=1).argmin()) for one in known])
    return kept.astype(numpy.uint8), nearest.astype(numpy.uint8)[which.ravel()]


def _chosen(known: NDArray[numpy.int_], counts: NDArray[numpy.int_]) -> NDArray[numpy.int_]:
    """The places of the commonest colours, no two of them alike but for a trace."""
    taken: dict[tuple[int, ...], int] = {}
    for at in numpy.argsort(-counts, kind="stable"):
        taken.setdefault(tuple(known[at] >> 3), int(at))
        if len(taken) == _MOST:
            break
    return numpy.array(list(taken.values()))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
