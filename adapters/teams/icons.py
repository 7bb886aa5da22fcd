"""The app's two icons, drawn: a tick that follows through. PNG needs no more than zlib."""

import struct
import zlib
from collections.abc import Callable
from itertools import pairwise
from math import hypot

Colour = tuple[int, int, int]
Point = tuple[float, float]

WHITE: Colour = (255, 255, 255)
_TICK: tuple[Point, ...] = ((0.26, 0.53), (0.43, 0.70), (0.76, 0.31))  # of the icon's side
_THICK = 0.062  # half of the stroke's width
_OUTLINE = 1.45  # the small icon fills its square, and has a finer pen


def colour_icon(ground: Colour, side: int = 192) -> bytes:
    """White on the app's colour, as Teams shows it in its lists."""
    return _png(side, lambda x, y: (*_mixed(ground, WHITE, _ink(x, y, side)), 255))


def outline_icon(side: int = 32) -> bytes:
    """White on nothing, as Teams shows it in its bar."""
    return _png(side, lambda x, y: (*WHITE, round(255 * _ink(x, y, side, _OUTLINE))))


def _ink(x: int, y: int, side: int, scale: float = 1.0) -> float:
    """How much of a pixel the tick covers, with a soft edge one pixel wide."""
    half = side / 2
    at = ((x + 0.5 - half) / scale + half, (y + 0.5 - half) / scale + half)
    points = [(px * side, py * side) for px, py in _TICK]
    away = min(_distance(at, start, end) for start, end in pairwise(points))
    return min(1.0, max(0.0, (_THICK * side - away) * scale + 0.5))


def _distance(at: Point, start: Point, end: Point) -> float:
    """From a point to the nearest one of a line with round ends."""
    along = (end[0] - start[0], end[1] - start[1])
    from_start = (at[0] - start[0], at[1] - start[1])
    part = (from_start[0] * along[0] + from_start[1] * along[1]) / (along[0] ** 2 + along[1] ** 2)
    part = min(1.0, max(0.0, part))
    return hypot(from_start[0] - part * along[0], from_start[1] - part * along[1])


def _mixed(under: Colour, over: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(under, over, strict=True))
    return red, green, blue


def _png(side: int, colour: Callable[[int, int], tuple[int, int, int, int]]) -> bytes:
    rows = b"".join(b"\0" + bytes(part for x in range(side) for part in colour(x, y)) for y in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)  # 8 bits a channel, with transparency
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(name, data) for name, data in ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    )


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
