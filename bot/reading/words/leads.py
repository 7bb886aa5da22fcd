"""What may stand before a clause and says nothing: "and", "but then", "so". Patterns that read a clause begin with it."""

AND = r"^(?:(?:and|but|then|so)\s+)*"
AND_ALSO = r"^(?:(?:and|but|then|so|also)\s+)*"
