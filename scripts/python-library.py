"""Writes the table of the standard library's modules and their names, and of the attributes of built-in classes.

    python3 scripts/python-library.py PYTHON...  > server/src/syntax/python/evaluate/library-names.ts

Each PYTHON is an interpreter of another version. What they do not agree on stands behind a `|`.
"""

import builtins
import importlib
import io
import json
import pkgutil
import subprocess
import sys
import warnings

# Importing these prints, opens windows, or takes for ever.
SKIPPED = {"antigravity", "this", "idlelib", "turtledemo", "test", "turtle", "__main__"}
# Their names depend on the platform, or are hundreds that hardly anybody imports.
NAMELESS = set(
    "asyncio codecs ctypes curses dbm distutils encodings ensurepip errno fcntl lib2to3 mmap msilib msvcrt multiprocessing nt "
    "nturl2path os ossaudiodev pickletools posix pydoc_data pty pwd grp resource select selectors shutil signal socket "
    "socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl stat subprocess symbol sys syslog termios threading time "
    "tkinter token tokenize tty winreg winsound locale readline crypt nis".split()
)
CLASSES = (
    "object type int bool float complex str bytes bytearray list tuple dict set frozenset range slice property BaseException "
    "classmethod staticmethod"
).split()


def public(names):
    return [name for name in names if not name.startswith("_")]


def describe(name, found):
    try:
        module = importlib.import_module(name)
    except BaseException:  # What fails to load here may load elsewhere.
        found[name] = None
        return
    below = [one.name for one in pkgutil.iter_modules(getattr(module, "__path__", []))]
    below = [one for one in public(below) if one not in ("test", "tests", "idle_test")]
    found[name] = None if name.split(".")[0] in NAMELESS else sorted({*public(dir(module)), *below})
    for one in below:
        describe(f"{name}.{one}", found)


def one_version():
    warnings.simplefilter("ignore")
    out, sys.stdout, sys.stderr = sys.stdout, io.StringIO(), io.StringIO()
    found = {}
    for name in sorted(sys.stdlib_module_names):
        if name not in SKIPPED and (not name.startswith("_") or name == "__future__"):
            describe(name, found)
    found["os.path"] = None  # No file of this name, but a module.
    special = {"NoneType": type(None), "function": type(one_version), "mappingproxy": type(vars(int)), "ellipsis": type(...)}
    classes = {name: dir(special.get(name) or getattr(builtins, name)) for name in [*CLASSES, *special]}
    json.dump({"modules": found, "classes": classes}, out)


def merged(versions):
    rows = {}
    for name in sorted(set().union(*versions)):
        known = [version.get(name, []) for version in versions]
        if None in known:
            common, some = ["*"], []
        else:
            common = sorted(set(known[0]).intersection(*known[1:]))
            some = sorted(set().union(*known) - set(common))
        always = all(name in version for version in versions)
        rows[name] = ("" if always else "?") + " ".join(common) + ("|" + " ".join(some) if some else "")
    return rows


def table(name, rows, comment):
    lines = [f"/** {comment} */", f"export const {name}: Readonly<Record<string, string>> = {{"]
    lines += [f"  {json.dumps(key)}: {json.dumps(value)}," for key, value in rows.items()]
    return "\n".join([*lines, "};"])


def main():
    runs = [subprocess.run([python, __file__], capture_output=True, check=True) for python in sys.argv[1:]]
    versions = [json.loads(run.stdout) for run in runs]
    comment = "What Python 3.10 to 3.13 have, as scripts/python-library.py writes it. Behind a `|`: in some of them only."
    modules = "Public names of the modules; `*` where they depend on the platform. A `?` marks modules of some versions only."
    print(f"// {comment}\n")
    print(table("MODULE_NAMES", merged([version["modules"] for version in versions]), modules) + "\n")
    print(table("CLASS_ATTRIBUTES", merged([version["classes"] for version in versions]), "All attributes of built-in classes."))


if __name__ == "__main__":
    main() if len(sys.argv) > 1 else one_version()
