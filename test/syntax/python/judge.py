"""Says what CPython's own parser finds in Python files: one line of JSON for each file named on standard input.

Offsets are UTF-16 units from the start of the text, as the reader under test counts them.
"""

import ast
import json
import re
import sys
import tokenize
import warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)

UNKNOWN = {"?": 1}
SAFE = 2**53 - 1


class Text:
    """Turns CPython's lines and UTF-8 columns into offsets."""

    def __init__(self, text):
        self.text = text
        self.lines = re.split("(\r\n|\r|\n)", text)
        self.starts = []
        self.wide = []
        offset = 0
        for i in range(0, len(self.lines), 2):
            line = self.lines[i]
            self.starts.append(offset)
            self.wide.append(None if line.isascii() else line)
            offset += len(line.encode("utf-16-le", "surrogatepass")) // 2
            if i + 1 < len(self.lines):
                offset += len(self.lines[i + 1])

    def offset(self, line, column):
        wide = self.wide[line - 1]
        if wide is not None:
            before = wide.encode("utf-8", "surrogatepass")[:column].decode("utf-8", "surrogatepass")
            column = len(before.encode("utf-16-le", "surrogatepass")) // 2
        return self.starts[line - 1] + column

    def start(self, node):
        return self.offset(node.lineno, node.col_offset)

    def end(self, node):
        return self.offset(node.end_lineno, node.end_col_offset)


def dotted(node):
    """The text of a dotted name without parentheses in it, else None."""
    parts = []
    while isinstance(node, ast.Attribute):
        value = node.value
        if (value.lineno, value.col_offset) != (node.lineno, node.col_offset):
            return None
        parts.append(node.attr)
        node = value
    if not isinstance(node, ast.Name):
        return None
    parts.append(node.id)
    return ".".join(reversed(parts))


OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.MatMult: "@", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%",
    ast.Pow: "**", ast.LShift: "<<", ast.RShift: ">>", ast.BitAnd: "&", ast.BitOr: "|", ast.BitXor: "^",
    ast.Not: "not", ast.USub: "-", ast.UAdd: "+", ast.Invert: "~", ast.And: "and", ast.Or: "or",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.In: "in",
    ast.NotIn: "notin", ast.Is: "is", ast.IsNot: "isnot",
}

# Before 3.12, the parts of an f-string have no places.
FIELDS = sys.version_info >= (3, 12)


class Judge(ast.NodeVisitor):
    def __init__(self, text):
        self.at = text
        self.nodes = []
        self.values = []
        self.imports = []
        self.module = {"classes": [], "methods": [], "attributes": []}
        self.scopes = [self.module]
        self.local = 0
        self.inside = 0

    def add(self, kind, node):
        self.nodes += [kind, self.at.start(node), self.at.end(node)]

    # Statements.

    def visit_FunctionDef(self, node, is_async=False):
        if not self.local:
            self.scopes[-1]["methods"].append([node.name, is_async, len(node.decorator_list)])
        for decorator in node.decorator_list:
            self.visit(decorator)
        for parameter in getattr(node, "type_params", []):
            self.visit(parameter)
        self.visit(node.args)
        if node.returns:
            self.visit(node.returns)
        self.local += 1
        for statement in node.body:
            self.visit(statement)
        self.local -= 1

    def visit_AsyncFunctionDef(self, node):
        self.visit_FunctionDef(node, True)

    def visit_ClassDef(self, node):
        one = {
            "name": node.name,
            "line": node.lineno - 1,
            "local": self.local > 0,
            "decorators": len(node.decorator_list),
            "bases": [dotted(base) for base in node.bases],
            "keywords": [keyword.arg for keyword in node.keywords if keyword.arg],
            "classes": [],
            "methods": [],
            "attributes": [],
        }
        (self.module if self.local else self.scopes[-1])["classes"].append(one)
        local, self.local = self.local, 0
        self.scopes.append(one)
        for part in (node.decorator_list, getattr(node, "type_params", []), node.bases, node.keywords, node.body):
            for child in part:
                self.visit(child)
        self.scopes.pop()
        self.local = local

    def visit_Import(self, node):
        for name in node.names:
            self.imports.append([0, name.name, name.asname])

    def visit_ImportFrom(self, node):
        names = [[name.name, name.asname] for name in node.names]
        self.imports.append([node.level, node.module or "", names])

    def visit_Assign(self, node):
        for target in node.targets:
            self.assigned(target)
        self.generic_visit(node)

    def visit_AnnAssign(self, node):
        self.assigned(node.target)
        self.generic_visit(node)

    def assigned(self, target):
        name = dotted(target)
        if name and not self.local:
            self.scopes[-1]["attributes"].append(name)

    def visit(self, node):
        if isinstance(node, ast.stmt):
            self.statement(node)
        super().visit(node)

    def statement(self, node):
        kind = type(node).__name__
        if kind == "AugAssign":
            kind += OPERATORS[type(node.op)]
        start = self.at.start(node)
        if not isinstance(node, (ast.Expr, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self.nodes += [kind, start, start]

    def visit_ExceptHandler(self, node):
        start = self.at.start(node)
        self.nodes += ["ExceptHandler", start, start]
        self.generic_visit(node)

    def visit_MatchSingleton(self, node):
        self.add("k", node)

    # Expressions.

    def visit_arg(self, node):
        start = self.at.start(node)
        self.nodes += ["Parameter", start, start]
        self.generic_visit(node)

    def visit_TypeVar(self, node):
        self.visit_arg(node)

    def visit_BinOp(self, node):
        self.add("Binary" + OPERATORS[type(node.op)], node)
        self.generic_visit(node)

    def visit_UnaryOp(self, node):
        inner = node.operand
        start = self.at.start(node)
        between = self.at.text[start + 1 : self.at.start(inner)]
        is_number = isinstance(inner, ast.Constant) and type(inner.value) in (int, float, complex)
        if not is_number or "(" in between or not isinstance(node.op, (ast.USub, ast.UAdd)):
            self.add("Unary" + OPERATORS[type(node.op)], node)
        self.generic_visit(node)

    def visit_BoolOp(self, node):
        self.add("Boolean" + OPERATORS[type(node.op)], node)
        self.generic_visit(node)

    def visit_Compare(self, node):
        self.add("Compare" + ",".join(OPERATORS[type(op)] for op in node.ops), node)
        self.generic_visit(node)

    def plain_expression(self, node):
        self.add(type(node).__name__, node)
        self.generic_visit(node)

    visit_IfExp = visit_Lambda = visit_NamedExpr = visit_Await = plain_expression
    visit_Yield = visit_YieldFrom = visit_Starred = visit_Slice = plain_expression

    def visit_Name(self, node):
        self.add("N", node)

    def visit_Attribute(self, node):
        if dotted(node):
            self.add("N", node)
            return
        self.add("Attribute", node)
        while isinstance(node, ast.Attribute) and self.at.start(node) == self.at.start(node.value):
            node = node.value
        self.visit(node.value if isinstance(node, ast.Attribute) else node)

    def visit_JoinedStr(self, node):
        self.add("s", node)
        if FIELDS:
            for part in node.values:
                self.field(part)

    def field(self, node):
        if not isinstance(node, ast.FormattedValue):
            return
        self.add("Field" + ("" if node.conversion < 0 else chr(node.conversion)), node)
        self.visit(node.value)
        for part in node.format_spec.values if node.format_spec else []:
            self.field(part)

    def visit_Constant(self, node):
        value = node.value
        if isinstance(value, (str, bytes)):
            self.add("s", node)
            self.value(node)
        elif value is None or value is True or value is False or value is ...:
            self.add("k", node)
        else:
            # A sign may or may not be part of it.
            end = self.at.end(node)
            self.nodes += ["n", end, end]

    def visit_Call(self, node):
        self.add("C", node)
        self.generic_visit(node)

    def visit_Subscript(self, node):
        self.add("S", node)
        self.generic_visit(node)

    def container(self, kind, node):
        self.add(kind, node)
        self.value(node)
        self.inside += 1
        self.generic_visit(node)
        self.inside -= 1

    def visit_Dict(self, node):
        self.container("D", node)

    def visit_List(self, node):
        self.container("L", node)

    def visit_Tuple(self, node):
        first = node.elts[0] if node.elts else node
        if isinstance(first, ast.Starred) and self.at.end(first) == self.at.end(node):
            # `x[*y]` is a tuple to CPython, without anything that shows it.
            self.generic_visit(node)
        else:
            self.container("T", node)

    def visit_Set(self, node):
        self.container("E", node)

    def comprehension(self, node):
        self.add("G", node)
        self.generic_visit(node)

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = comprehension

    # Values.

    def value(self, node):
        if not self.inside:
            self.values.append([self.at.start(node), self.at.end(node), self.plain(node)])

    def plain(self, node):
        if isinstance(node, ast.Constant):
            return self.constant(node, node.value)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
            inner = node.operand
            if isinstance(inner, ast.Constant) and type(inner.value) in (int, float):
                return self.constant(node, -inner.value if isinstance(node.op, ast.USub) else inner.value)
            return UNKNOWN
        if isinstance(node, ast.JoinedStr) and all(isinstance(part, ast.Constant) for part in node.values):
            return "".join(part.value for part in node.values)
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            return [self.plain(item) for item in node.elts]
        if isinstance(node, ast.Dict):
            keys = [key and self.plain(key) for key in node.keys]
            if not all(isinstance(key, str) for key in keys):
                return UNKNOWN
            return {"m": list(dict(zip(keys, map(self.plain, node.values))).items())}
        return UNKNOWN

    def constant(self, node, value):
        if value is ... or isinstance(value, (bytes, complex)):
            return UNKNOWN
        if type(value) is int and abs(value) > SAFE:
            return UNKNOWN
        if isinstance(value, float) and value in (float("inf"), float("-inf")):
            return UNKNOWN
        return value


def judge(path):
    with open(path, "rb") as file:
        raw = file.read()
        file.seek(0)
        if tokenize.detect_encoding(file.readline)[0] not in ("utf-8", "utf-8-sig", "ascii"):
            return {"skip": "not UTF-8"}
    text = raw.decode("utf-8")
    bom = text.startswith("\ufeff")
    compile(raw, path, "exec", dont_inherit=True)
    source = text[1:] if bom else text
    tree = ast.parse(raw)
    visitor = Judge(Text(source))
    visitor.visit(tree)
    module = visitor.module
    return {
        "bom": bom,
        "fields": FIELDS,
        "nodes": visitor.nodes,
        "values": visitor.values,
        "imports": visitor.imports,
        "classes": module["classes"],
        "functions": module["methods"],
        "assignments": module["attributes"],
    }


for line in sys.stdin:
    name = line.rstrip("\n")
    try:
        found = judge(name)
    except (SyntaxError, ValueError, UnicodeDecodeError, RecursionError, MemoryError) as error:
        found = {"skip": f"{type(error).__name__}: {error}"}
    print(json.dumps(found), flush=True)
