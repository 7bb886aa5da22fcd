"""What a call to Teams may end with, told for what it means. No SDK: whoever catches these needs none."""


class Refused(Exception):
    """Teams said no, and nothing was done. `code` is its word for it; status 0: it was never asked."""

    def __init__(self, status: int, code: str = "") -> None:
        super().__init__(f"{status} {code}".strip())
        self.status = status
        self.code = code


class RateLimited(Refused):
    """Too many calls; nothing was done."""

    def __init__(self, seconds: float) -> None:
        super().__init__(429, "TooManyRequests")
        self.seconds = seconds


class Uncertain(Exception):
    """No clear answer: it may have been done."""
