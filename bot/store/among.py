"""Whether a column is one of some numbers that are one value of a statement, however many they are.

A list written out makes another statement of each length: the driver and the server prepare it anew each time.
"""

from collections.abc import Callable, Iterable, Sequence
from json import dumps
from typing import Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    ColumnElement,
    Dialect,
    String,
    TypeDecorator,
    bindparam,
    literal_column,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeEngine
from typing_extensions import override


def among(column: ColumnElement[int], name: str) -> ColumnElement[bool]:
    """The numbers are given as the parameter `name`."""
    return _Among(column, bindparam(name, type_=_Numbers()))


def one_of(column: ColumnElement[int], numbers: Iterable[int]) -> ColumnElement[bool]:
    """The same, in a statement that is made for them: one value in PostgreSQL, in SQLite written out, a few hundred at most."""
    known = [*numbers]
    return _Listed(column, bindparam(None, known, type_=_Numbers()), column.in_(known))


def by_itself(column: ColumnElement[int]) -> ColumnElement[int]:
    """The column in an order, or in a condition, that no index is to be chosen for: SQLite would go through all that an
    organisation has, and not through the few that are asked for."""
    return column + literal_column("0")


def one_word_of(column: ColumnElement[str], words: Iterable[str]) -> ColumnElement[bool]:
    """Words that never change stand in the statement: it is made once, and PostgreSQL plans with them."""
    return column.in_([literal_column(f"'{word}'", column.type) for word in sorted(words)])


class _Numbers(TypeDecorator[Sequence[int]]):
    """An array in PostgreSQL, JSON in SQLite."""

    impl = String
    cache_ok = True

    @override
    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(ARRAY(BigInteger) if dialect.name == "postgresql" else String())

    @override
    def bind_processor(self, dialect: Dialect) -> Callable[[Iterable[int] | None], str]:
        """As text also for PostgreSQL, which reads it as what the column is. The driver would send small numbers as an array
        of small ones, and to make the column's kind of that costs as much as the rest of the statement."""
        return _written if dialect.name == "postgresql" else _as_json


def _written(numbers: Iterable[int] | None) -> str:
    return f"{{{','.join(map(str, numbers or ()))}}}"


def _as_json(numbers: Iterable[int] | None) -> str:
    return dumps([*(numbers or ())])


class _Among(FunctionElement[bool]):
    inherit_cache = True
    type = Boolean()

    @override
    def self_group(self, against: OperatorType | None = None) -> "_Among":
        """As it is: "… IN (…) = 1", which SQLAlchemy makes of it for SQLite, is looked up by no index."""
        return self


class _Listed(_Among):
    """`clauses`: the column, the numbers as one value, and the column with them written out."""

    inherit_cache = True


@compiles(_Listed, "postgresql")
def _in_one_value(element: _Listed, compiler: SQLCompiler, **given: Any) -> str:
    column, numbers, _ = (*element.clauses,)
    return f"{compiler.process(column, **given)} = ANY ({compiler.process(numbers, **given)})"


@compiles(_Listed, "sqlite")
def _written_out(element: _Listed, compiler: SQLCompiler, **given: Any) -> str:
    _, _, written = (*element.clauses,)
    return compiler.process(written, **given)


@compiles(_Among, "postgresql")
def _in_an_array(element: _Among, compiler: SQLCompiler, **given: Any) -> str:
    column, numbers = (compiler.process(clause, **given) for clause in element.clauses)
    return f"{column} = ANY ({numbers})"


@compiles(_Among, "sqlite")
def _in_json(element: _Among, compiler: SQLCompiler, **given: Any) -> str:
    column, numbers = (compiler.process(clause, **given) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({numbers}))"  # noqa: S608 - parts of a statement, never a value
