"""JSON as it goes to Slack and Teams. Half a character, which no JSON may hold as such, is escaped rather than refused."""

import json

import orjson


def written(thing: object) -> bytes:
    """Never shorter than what it says, counted in characters or in UTF-16 units."""
    try:
        return orjson.dumps(thing)
    except orjson.JSONEncodeError:
        return json.dumps(thing).encode()
