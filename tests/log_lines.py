# SPDX-License-Identifier: EUPL-1.2
"""Reads the source for log lines that could carry what somebody wrote, an address or a token."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

LEVELS = {"debug", "info", "warning", "error", "critical"}
OTHER_WAYS = {"exception", "fatal", "log", "msg", "bind", "new", "warn"}  # of a logger; what they say is not looked at
BY_HAND = {"logging", "traceback"}  # only the one way in `lib` speaks to these
NAME = re.compile(r"[a-z]+\.[a-z_]+")
# What a fact may be called, and is: an id or a number of ours, a kind, a code, or a reason that we wrote ourselves.
FACTS = {
    *("about", "account", "action", "again_in", "allowed", "attempts", "channel", "channels", "code", "count"),
    *("delivery", "event_id", "host", "incoming", "intent", "is_over", "kind", "language", "line", "list", "means"),
    *("model", "part", "port", "position", "reason", "receipt", "receipts", "refused", "role", "rows", "status"),
    *("subscribers", "template", "tls", "wanted", "what", "why"),
}
# Of an exception that we made ourselves, these are numbers or words of ours; its text as a whole is never told.
OF_OURS = {"code", "reason", "status", "verdict"}


@dataclass(frozen=True)
class Fault:
    line: int
    why: str


def faults_in(source: str) -> list[Fault]:
    """What is wrong with the log lines of one module."""
    tree = ast.parse(source)
    return sorted({*_imports(tree), *_calls(tree)}, key=lambda fault: fault.line)


def _imports(tree: ast.AST) -> Iterator[Fault]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or ""]
        else:
            continue
        if any(name.partition(".")[0] in BY_HAND for name in names):
            yield Fault(node.lineno, f"{', '.join(names)}: see buurtwacht.lib.logs")


def _calls(tree: ast.AST) -> Iterator[Fault]:
    loggers = {"log", "logger", *_loggers(tree)}
    errors = _errors(tree)
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if ast.unparse(node.func) == "warnings.warn":
            yield Fault(node.lineno, "warnings.warn: log a fact")
        if isinstance(node.func.value, ast.Name) and node.func.value.id in loggers:
            if node.func.attr in LEVELS:
                yield from (Fault(node.lineno, why) for why in _wrong(node, errors))
            elif node.func.attr in OTHER_WAYS:
                yield Fault(node.lineno, f"{node.func.attr}: say which level, and the facts")


def _wrong(call: ast.Call, errors: set[str]) -> Iterator[str]:
    match call.args:
        case [ast.Constant(value=str(name))] if NAME.fullmatch(name):
            pass
        case _:
            yield "a line has one fixed name, such as room.event"
    for given in call.keywords:
        if given.arg is None:
            if ast.unparse(given.value) not in {"about"} | {f"facts_of({name})" for name in errors}:
                yield f"**{ast.unparse(given.value)}: only **facts_of(error), or **about"
        elif given.arg not in FACTS:
            yield f"{given.arg}: no fact that is known to be harmless"
        elif any(isinstance(part, ast.JoinedStr | ast.BinOp) and not _counts(part) for part in ast.walk(given.value)):
            yield f"{given.arg}: a fact, not a sentence"
        elif _tells(given.value, errors):
            yield f"{given.arg}: the text of an exception"


def _counts(part: ast.AST) -> bool:
    return isinstance(part, ast.BinOp) and isinstance(part.op, ast.Add) and "len(" in ast.unparse(part)


def _tells(value: ast.AST, errors: set[str]) -> bool:
    """Does it use an exception, other than a number or a word of ours that it carries?"""
    if isinstance(value, ast.Attribute) and isinstance(value.value, ast.Name) and value.value.id in errors:
        return value.attr not in OF_OURS
    if isinstance(value, ast.Name):
        return value.id in errors
    return any(_tells(part, errors) for part in ast.iter_child_nodes(value))


def _loggers(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and "get_logger" in ast.unparse(node.value):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _errors(tree: ast.AST) -> set[str]:
    """Every name in the module that holds an exception somewhere."""
    return {name for node in ast.walk(tree) for name in _named_by(node)}


def _named_by(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.ExceptHandler(name=str(name)):
            yield name
        case (
            ast.arg(arg=name, annotation=ast.expr() as kind) | ast.AnnAssign(target=ast.Name(id=name), annotation=kind)
        ):
            if re.search(r"Exception|Error|Failed|Refus|Broken|Away", ast.unparse(kind)):
                yield name
        case (
            ast.NamedExpr(target=ast.Name(id=name), value=value) | ast.Assign(targets=[ast.Name(id=name)], value=value)
        ):
            if re.search(r"\.exception\(\)|exc_info", ast.unparse(value)):
                yield name
