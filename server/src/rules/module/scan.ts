import { shown } from '../../base/shown';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { configurationOf, placeOf } from '../../systems/modules/configuration';
import type { ModuleFact } from '../../systems/modules/facts';
import { rootsInWords } from '../../systems/modules/loss';
import type { FactRule } from '../rule';

export const scan: FactRule<ModuleFact> = {
  code: 'module/scan',
  severity: 'info',
  summary: 'A module file lies too deep for the scan.',
  why:
    'Discovery enters folders to the depth that extensions.max_depth says, 8 unless it is set, and passes over what lies deeper with ' +
    'a note at level INFO. The root has depth 1.',
  remedy: 'Move the file up, or set extensions.max_depth in apcore.yaml.',
  bad: `
#- apcore.yaml
extensions:
  root: ./extensions
  max_depth: 1
#- extensions/shop/orders.py
from pydantic import BaseModel
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ module/scan


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
  root: ./extensions
#- extensions/shop/orders.py
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
  kind: 'module',
  *check(module, lookup) {
    const placed = placeOf(module.file.path, configurationOf(lookup));
    if (placed?.skipped !== 'depth') return;
    const { maxDepth } = placed.discovery;
    yield {
      at: at(module, Part.name),
      message: `This lies more than ${maxDepth} folders deep below ${shown(rootsInWords(placed.discovery))}, so the scan passes over it`,
    };
  },
};
