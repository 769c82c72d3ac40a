"""Prints modules that are made at random, a JSON line each: {"text", "runs": [{"stop", "names"}]}.

    python3 generate.py FIRST LAST      # the seeds

Each module is run with four environments; `stop` is the name of the exception that ends it, `names` what its names are then.
"""

import json
import os
import random
import signal
import sys
import types
import warnings

NAMES = "abcdefgh"
ENVIRONMENTS = [{}, {"F1": "1"}, {"F2": "1"}, {"F1": "1", "F2": "1"}]

# $n: a name, $e: an expression, $k: a key, $c: a condition.
LITERALS = """1|-3|12|0|1.5|0.1|1e20|"x"|"Foo"|" pad "|"a-b"|"k1"|""|"A,B"|"3"|"ÀÉ"|None|True|False|b"ab"|...|{}|[]|()|{"x": $e}
{"x": $e, $k: $n}|{**$n, "k1": $e}|[$e, $e]|[*$n, 1]|($e, $e)|{1, "x"}|{"k1": {"x": 1}}""".replace("\n", "|").split("|")
EXPRESSIONS = """$n;($e + $e);($e | $e);($e % $e);($e * 2);($e // $e);($e < $e);($e == $e);($e in $e);($e and $e)
($e or $e);not $e;-($e);$n[$k];$n[0];$n[1:];$n[::-1];($e if $c else $e);($n := $e);(lambda q, w=2: [q, w])($e)
f"{$n}";f"p-{$n!r:>6}";f"{$n:03d}";"%s-%s" % ($e, 1);"{}:{x}".format($e, x=1);len($e);str($e);list($e);dict($e, x=1)
tuple($e);set($e);sorted($e);sum($e);max($e);any($e);int($e);float($e);repr($e);dict(zip($e, $e));list(enumerate($e))
list(range(3));list(map(str, $e));isinstance($n, str);next(iter($e), 0);copy.deepcopy($e);dict.fromkeys($e, $e);abs($e)
getattr($n, "upper", 3);collections.OrderedDict($e);$n.upper();$n.strip();$n.title();$n.split("-", 1);$n.split()
$n.replace("x", "y");$n.join($e);$n.startswith(("F", "x"));$n.find("o");$n.partition("-");$n.rjust(5, "*");$n.zfill(4)
$n.get($k);$n.get($k, $e);$n.copy();list($n.items());$n.keys();$n.pop($k, $e);$n.pop();$n.setdefault($k, $e)
$n.update($e);$n.update(x=$e);$n.append($e);$n.extend($e);$n.index($k);$n.add($k);$n.union($e);$n.sort()
[$e for i in $e];{i: $e for i in $n if $c};{i: w for i, w in $n.items()};[i for i in $n if i];sum(i for i in $e)""".replace(
    "\n", ";"
).split(";")
KEYS = ['"x"', '"k1"', '"k2"', "1", "True", "$n"]
CONDITIONS = "True;$n;$n == $e;isinstance($n, dict);$n is None;len($n) > 1;$k in $n".split(";")
UNKNOWN_CONDITIONS = ['os.environ.get("F1")', '"F2" in os.environ']
# $b: an indented block. $l: what keeps a loop from running for ever.
SIMPLE = "$n = $e;$n = $n = $e;$n[$k] = $e;$n[1:2] = $e;$n, $n = $e;$n, *$n = $e;$n += $e;$n |= $e;$n[$k] += $e;del $n[$k];del $n;$e;$n: int = $e"
STATEMENTS = [
    *SIMPLE.split(";"),
    "if $c:$b",
    "if $c:$belse:$b",
    "for $n in $e:$l$b",
    "for $n, $n in $n.items():$l$b",
    "for $n in $n:$l$b    if $c: break$belse:$b",
    "for $n in range(3):$l$b    if $c: continue$b",
    "while $c:$l$b",
    "try:$bexcept KeyError:$bexcept Exception as ex:$b",
    "try:$bexcept (TypeError, ValueError):$bfinally:$b",
    "try:$bexcept Exception:$belse:$b",
    "def f1(p, q=1):$b    return $e\n$n = f1($e)",
    "def f2(*p, **q):$b    if $c: return p$b    return $e\n$n = f2($e, z=$e)",
    "class C:\n    u = $e\n    def m(self): return [self.u, $n]\n$n = C().m()",
]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.has_unknown = seed % 2 == 0

    def fill(self, template, depth):
        """A template with what its placeholders stand for."""
        parts = {"n": self.name, "e": self.expression, "k": self.key, "c": self.condition}
        for letter, make in parts.items():
            mark = f"${letter}"
            while mark in template:
                template = template.replace(mark, make(depth + 1), 1)
        return template

    def name(self, _):
        return self.random.choice(NAMES)

    def key(self, depth):
        return self.random.choice(KEYS).replace("$n", self.name(depth))

    def expression(self, depth):
        if depth > 3:
            return self.random.choice([*NAMES, "1", '"x"', "{}", "[]"])
        return self.fill(self.random.choice(LITERALS if self.random.random() < 0.4 else EXPRESSIONS), depth)

    def condition(self, depth):
        if self.has_unknown and self.random.random() < 0.5:
            return self.random.choice(UNKNOWN_CONDITIONS)
        return self.fill(self.random.choice(CONDITIONS), depth)

    def statement(self, depth):
        """The lines of a statement, perhaps with another behind it."""
        template = self.random.choice(STATEMENTS if depth < 3 else SIMPLE.split(";"))
        template = template.replace("$l", "\n    n_ += 1\n    if n_ > 40: break")
        while "$b" in template:
            lines = [line for _ in range(self.random.randint(1, 2)) for line in self.statement(depth + 1)]
            template = template.replace("$b", "".join("\n    " + line for line in lines) + "\n", 1)
        return [self.fill(line, 1) for line in template.split("\n") if line.strip()]

    def module(self):
        lines = ["import collections, copy, os", "n_ = 0"]
        lines += [f"{name} = {self.fill(self.random.choice(LITERALS), 2)}" for name in NAMES]
        for index in range(self.random.randint(4, 12)):
            inside = ["    " + line for line in self.statement(0)]
            lines += ["try:", *inside, "except Exception as error:", f"    y{index} = type(error).__name__"]
        return "\n".join([*lines, *self.statement(0), ""])


def shown(value, depth=0):
    """A value as JSON that tells its type."""
    if depth > 12:
        return ["deep"]
    if value is None or isinstance(value, (bool, str)):
        return value
    inner = [type(value).__name__]
    if type(value) in (int, float):
        return [*inner, repr(value)]
    if type(value) in (list, tuple):
        return [*inner, *(shown(item, depth + 1) for item in value)]
    if isinstance(value, dict):
        return ["dict", *([shown(key, depth + 1), shown(item, depth + 1)] for key, item in value.items())]
    return ["set", *sorted(json.dumps(shown(item, depth + 1)) for item in value)] if type(value) in (set, frozenset) else inner


class TooLong(BaseException):
    pass


def run(text, environment):
    """What becomes of a module; nothing if it takes too long or cannot be compiled."""
    for name in ("F1", "F2"):
        os.environ.pop(name, None)
    os.environ.update(environment)
    names = {"__name__": "m"}
    stop = None
    signal.alarm(2)
    try:
        exec(compile(text, "m", "exec"), names)
    except (SyntaxError, TooLong, MemoryError):
        return None
    except Exception as error:
        stop = type(error).__name__
    finally:
        signal.alarm(0)
    own = {name: value for name, value in names.items() if not name.startswith("__") and not isinstance(value, types.ModuleType)}
    return {"stop": stop, "names": {name: shown(value) for name, value in own.items()}}


def too_long(*_):
    raise TooLong


def main(first, last):
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, too_long)
    for seed in range(first, last):
        text = Generator(seed).module()
        runs = [run(text, environment) for environment in ENVIRONMENTS]
        if None not in runs:
            print(json.dumps({"text": text, "runs": runs}))


main(int(sys.argv[1]), int(sys.argv[2]))
