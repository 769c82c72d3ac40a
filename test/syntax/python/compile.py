"""Says whether this CPython compiles each text: one JSON string a line in, null or the error a line out."""

import json
import sys
import warnings

warnings.simplefilter("ignore")


def refusal(text):
    try:
        compile(text.encode("utf-8"), "text.py", "exec", dont_inherit=True)
    except SyntaxError as error:
        return {"message": f"{type(error).__name__}: {error.msg}", "line": error.lineno or 0}
    except (ValueError, MemoryError, RecursionError, OverflowError) as error:
        return {"message": f"{type(error).__name__}: {error}", "line": 0}
    return None


for line in sys.stdin:
    print(json.dumps(refusal(json.loads(line))), flush=True)
