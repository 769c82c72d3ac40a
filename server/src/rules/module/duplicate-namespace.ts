import { fileName } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { type ConfigFact, configurationOf, lossOf, namespaceOf } from '../../systems/modules/public';
import type { FactRule } from '../rule';

export const duplicateNamespace: FactRule<ConfigFact> = {
  code: 'module/duplicate-namespace',
  severity: 'error',
  summary: 'Two extension roots have one namespace.',
  why:
    'With several roots, the ids of modules begin with the namespace of their root, which is the name of its folder unless it is said. ' +
    'Two that are the same raise ConfigError before anything is scanned.',
  remedy: 'Give one of the roots another namespace.',
  bad: `
#- apcore.yaml
extensions:
  roots:
    - ./shop/extensions
    - ./bank/extensions
#     ^^^^^^^^^^^^^^^^^ module/duplicate-namespace
#- shop/extensions/orders.py
from pydantic import BaseModel


class Note(BaseModel):
    text: str


class Orders:
    description = "Takes orders"
    input_schema = Note
    output_schema = Note

    def execute(self, inputs, context):
        return inputs
`,
  good: `
#- apcore.yaml
extensions:
  roots:
    - ./shop/extensions
    - root: ./bank/extensions
      namespace: bank
#- shop/extensions/orders.py
from pydantic import BaseModel


class Note(BaseModel):
    text: str


class Orders:
    description = "Takes orders"
    input_schema = Note
    output_schema = Note

    def execute(self, inputs, context):
        return inputs
`,
  over: 'fact',
  kind: 'apcore',
  *check(config, lookup) {
    const discovery = configurationOf(lookup).discoveries.find(
      ({ name, by }) => name === config.name && by === 'apcore',
    );
    if (discovery === undefined || config.roots === undefined || config.roots.length < 2) return;
    const seen = new Map<string, number>();
    for (const [i, { path, text, namespace }] of config.roots.entries()) {
      const own = namespaceOf({ path: path ?? fileName(text), ...(namespace === undefined ? {} : { namespace }) });
      const first = seen.get(own);
      if (first === undefined) {
        seen.set(own, i);
        continue;
      }
      const loss = lossOf(discovery, 'python', lookup);
      yield {
        at: at(config, Part.fieldValue(i)),
        message: `'${truncateName(own)}' is already the namespace of another root; ${loss.text}`,
        related: [
          { at: at(config, Part.fieldValue(first)), message: `'${truncateName(own)}' as well` },
          ...loss.related.slice(0, 2),
        ],
      };
    }
  },
};
