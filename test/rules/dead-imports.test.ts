import assert from 'node:assert/strict';
import { checkInvariants, parseFixture, workspaceOf } from '../support/fixture';

/** The findings about imports: file, line, severity, and what the message says of the import. */
function found(fixture: string): string[] {
  const parsed = parseFixture(PACKAGE + fixture);
  const workspace = workspaceOf(parsed);
  const findings = [...parsed.files.keys()].flatMap(path => workspace.findings(path));
  checkInvariants(findings, parsed.files);
  return findings
    .filter(({ code }) => code.startsWith('alignment/missing-'))
    .map(
      ({ path, severity, code, message }) => `${path.replace(/^.*\//, '')} ${severity} ${code.slice(18)}: ${message}`,
    );
}

const PACKAGE = `#- src/cursus/__init__.py
#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"builder_step_name": "PackageStepBuilder"}}
#- src/cursus/core/base/contract_base.py
class ScriptContract: ...
class ValidationResult: ...
#- src/cursus/core/compiler/validation.py
class ValidationResult: ...
#- src/cursus/core/base/config_base.py
try:
    from .contracts import ScriptContract
except ImportError:
    ScriptContract = None
`;
const GUARDED =
  "config_base.py hint module: There is no module 'cursus.core.base.contracts': this import raises ModuleNotFoundError " +
  "whenever it is run, and the code around it catches that. Did you mean '.contract_base'?";

function says(name: string, fixture: string, ...expected: readonly string[]): void {
  it(name, () => {
    assert.deepEqual(
      found(fixture).filter(line => line !== GUARDED),
      expected,
    );
  });
}

const X = '#- src/cursus/steps/x.py\n';

const BINDINGS = `
import a.x, y as b
from z import c, w as d
class e: ...
def f():
    global g
h = i = 1
(j, [k]), *l = z
m: int
for n in z: pass
with z as o: pass
if (p := z): q = 1
match z:
    case {"x": r, **s}: pass
type t = int
`;

describe('imports that lead nowhere', () => {
  it('says what catches a failure, and which module has the name', () => {
    assert.deepEqual(found(''), [GUARDED]);
  });

  says(
    'says who else cannot be imported',
    '#- src/cursus/steps/x.py\nfrom .gone import A\n#- src/cursus/steps/y.py\nfrom .x import B\nfrom . import x\n#- src/cursus/steps/z.py\nfrom cursus.steps import x\n',
    "x.py error module: There is no module 'cursus.steps.gone': importing this file raises ModuleNotFoundError, and so does importing src/cursus/steps/y.py",
    "y.py error name: 'src/cursus/steps/x.py' has no 'B': importing this file raises ImportError",
  );
  says(
    'names the package that cannot be imported',
    '#- src/cursus/steps/__init__.py\nimport cursus.gone.x\n',
    "__init__.py error module: There is no module 'cursus.gone': importing anything of 'cursus.steps' raises ModuleNotFoundError",
  );
  says(
    'tells functions, branches and type checkers apart',
    `${X}if TYPE_CHECKING:\n    from .a import A\nelse:\n    from .b import B\ndef f():\n    from .c import C\n    if f:\n        from .d import D\nclass K:\n    from .e import E\n`,
    "x.py hint module: There is no module 'cursus.steps.a': only type checkers read this import, so nothing fails when the code is run",
    "x.py warning module: There is no module 'cursus.steps.b': importing this file raises ModuleNotFoundError where this branch is taken",
    "x.py warning module: There is no module 'cursus.steps.c': the function raises ModuleNotFoundError when it is called and gets here",
    "x.py warning module: There is no module 'cursus.steps.d': the function raises ModuleNotFoundError when it is called and gets here",
    "x.py error module: There is no module 'cursus.steps.e': importing this file raises ModuleNotFoundError",
  );
  says(
    'knows which exceptions a try catches',
    `${X}try:\n    from .a import A\nexcept ValueError:\n    pass\ntry:\n    from ..core.base.contract_base import Gone\nexcept ModuleNotFoundError:\n    pass\nwith suppress(ImportError):\n    from .b import B\ntry:\n    from .c import C\nfinally:\n    pass\n`,
    "x.py error module: There is no module 'cursus.steps.a': importing this file raises ModuleNotFoundError",
    "x.py error name: 'src/cursus/core/base/contract_base.py' has no 'Gone': importing this file raises ImportError",
    "x.py hint module: There is no module 'cursus.steps.b': this import raises ModuleNotFoundError whenever it is run, and the code around it catches that",
    "x.py error module: There is no module 'cursus.steps.c': importing this file raises ModuleNotFoundError",
  );
  says(
    'follows dots out of the package',
    `${X}from ...core.base.contract_base import ScriptContract\nfrom ....x import y\n`,
    "x.py error module: The dots of '...core.base.contract_base' lead out of the package 'cursus': importing this file raises ImportError. Did you mean '..core.base.contract_base'?",
    "x.py error module: The dots of '....x' lead out of the package 'cursus': importing this file raises ImportError",
  );
  says(
    'suggests a module that has all of the names, and none where several may be meant',
    `${X}from .base import ScriptContract, ValidationResult\nfrom .base import ValidationResult\nfrom .contract_base import *\nfrom .gone.contract_base import ValidationResult\n`,
    "x.py error module: There is no module 'cursus.steps.base': importing this file raises ModuleNotFoundError. Did you mean '..core.base.contract_base'?",
    "x.py error module: There is no module 'cursus.steps.base': importing this file raises ModuleNotFoundError",
    "x.py error module: There is no module 'cursus.steps.contract_base': importing this file raises ModuleNotFoundError. Did you mean '..core.base.contract_base'?",
    "x.py error module: There is no module 'cursus.steps.gone': importing this file raises ModuleNotFoundError. Did you mean '..core.base.contract_base'?",
  );
  says(
    'says where a name is, or how it is spelled',
    `${X}from ..core.base.config_base import ValidationResults\nfrom ..core.compiler.validation import ScriptContract\nfrom ..core.base.contract_base import ScriptContracts\n`,
    "x.py error name: 'src/cursus/core/base/config_base.py' has no 'ValidationResults': importing this file raises ImportError",
    "x.py error name: 'src/cursus/core/compiler/validation.py' has no 'ScriptContract': importing this file raises ImportError. It is defined in '..core.base.contract_base'",
    "x.py error name: 'src/cursus/core/base/contract_base.py' has no 'ScriptContracts': importing this file raises ImportError. Did you mean 'ScriptContract'?",
  );

  const names = (module: string, wanted: string): string =>
    `#- src/cursus/steps/m.py\n${module}\n${X}from .m import ${wanted}\n`;
  says('knows every way to bind a name', names(BINDINGS, 'a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t'));
  says('passes over names that code decides', names('globals()[name] = 1', 'a'));
  says('passes over what a module answers itself', names('def __getattr__(name): ...', 'a'));
  says('knows what everything is imported of', names('from ..core.base.contract_base import *', 'ScriptContract'));
  says('passes over what is imported from elsewhere', names('from pydantic import *', 'a'));
  says('knows what Python gives', names('', '__file__, __doc__'));
  says('passes over a damaged file', names('class (', 'a'));
  says(
    'finds submodules and folders',
    `${X}from ..core import base, compiler\nfrom . import x\nfrom .. import core, steps\n`,
  );
  says(
    'knows modules that are not read',
    `#- src/cursus/steps/fast.pyx\n#- src/cursus/steps/lib.cpython-311-x86_64-linux-gnu.so\n${X}from . import fast, lib\n`,
  );
  says('passes over what tools generate', `${X}from ._version import version\nfrom .api_pb2 import Request\n`);
  says(
    'passes over modules that code makes',
    `#- src/cursus/a.py\nsys.modules["cursus.gone"] = 1\n${X}from ..gone import A\n`,
  );
  says(
    'passes over packages that say where their modules are',
    `#- src/cursus/p/__init__.py\n__path__ = []\n${X}from ..p.gone import A\n`,
  );
  says(
    'passes over other packages and tests',
    `#- other/a.py\nfrom .gone import A\n#- src/cursus/tests/a.py\nfrom .gone import A\n${X}import gone.x\nfrom src.cursus.gone import A\n`,
  );

  says(
    'passes over what git ignores, and folders that are never entered',
    `#- .gitignore\n*.pyc\n/src/cursus/steps/local_*.py\nsecrets/\n${X}from .local_settings import A\nfrom .secrets import B\nfrom .node_modules import C\nfrom .gone import D\n`,
    "x.py error module: There is no module 'cursus.steps.gone': importing this file raises ModuleNotFoundError",
  );

  it('is silent where the package has no __init__.py, since it may have parts elsewhere', () => {
    const parsed = parseFixture(`${PACKAGE.slice(PACKAGE.indexOf('\n') + 1)}${X}from .gone import A\n`);
    const workspace = workspaceOf(parsed);
    assert.deepEqual(
      [...parsed.files.keys()]
        .flatMap(path => workspace.findings(path))
        .filter(({ code }) => code.startsWith('alignment/')),
      [],
    );
  });
});
