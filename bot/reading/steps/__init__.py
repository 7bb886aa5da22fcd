"""The next step: a call, a visit, a meeting with its day; agreed, wished for, moved or off."""
