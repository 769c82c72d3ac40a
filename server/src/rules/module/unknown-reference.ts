import { truncateName } from '../../base/message-text';
import { isTestPath } from '../../base/test-paths';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { apiRow, unknownId, type UseFact } from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const unknownReference: FactRule<UseFact> = {
  code: 'module/unknown-reference',
  severity: 'warning',
  judges: 'ids of modules in code',
  summary: 'Python code names a module by an id that nothing has.',
  why:
    'Executor.call() and what calls it raise ModuleNotFoundError for an id that no module has, and Registry.get() answers None. Known are ' +
    'the modules of every discovery and what code registers; what the run time has of its own (system.…) is left out. Calls on objects that ' +
    'the file shows to be made by the classes of apcore count, but for those in tests and in a try that expects them to fail. It is ' +
    'information where no module has a similar id, since another package may register it; and nothing is said where code registers ids ' +
    'that no text states (bindings, loops).',
  remedy: 'Correct the id, or add the module.',
  bad: `
#- extensions/orders.py
${ORDERS_MODULE}
#- main.py
from apcore import Executor, Registry

registry = Registry()
registry.discover()
Executor(registry).call("ordes", {"text": "Hello"})
#                       ^^^^^^^ module/unknown-reference
`,
  good: `
#- extensions/orders.py
${ORDERS_MODULE}
#- main.py
from apcore import Executor, Registry

registry = Registry()
registry.discover()
Executor(registry).call("orders", {"text": "Hello"})
`,
  over: 'fact',
  kind: 'module-use',
  wide: true,
  *check(use, lookup) {
    const { name, file } = use;
    const failure = apiRow(use.api)?.unknown;
    if (failure === undefined || use.isGuarded === true || use.partial === true || isTestPath(file.path)) return;
    const unknown = unknownId(name, lookup);
    if (unknown === undefined) return;
    const { meant } = unknown;
    const place = at(use, Part.name);
    const said = `No module has the id '${truncateName(name)}': ${failure}`;
    if (meant === undefined) yield { at: place, message: said, severity: 'info' };
    else {
      const title = `Change to '${truncateName(meant)}'`;
      yield {
        at: place,
        message: `${said}. Did you mean '${truncateName(meant)}'?`,
        fixes: [{ title, safe: false, edits: [{ do: 'replace', at: place, text: meant }] }],
      };
    }
  },
};
