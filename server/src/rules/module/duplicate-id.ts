import { groupBy } from '../../base/collections';
import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { languageOf, moduleKeyParts, type ModuleFact } from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { KeyRule } from '../rule';

export const duplicateId: KeyRule<ModuleFact> = {
  code: 'module/duplicate-id',
  severity: 'error',
  summary: 'Two files give a module of the same id.',
  why:
    'The first one that the scan meets is kept, in the order in which the file system lists them; the other is logged and passed ' +
    'over. Ids collide when a dot in a file name stands where another path has a folder, or when an ID map says so.',
  remedy: 'Rename one of the files, or give it another id in the ID map.',
  bad: `
#- extensions/orders/create.py
from pydantic import BaseModel
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ module/duplicate-id


class Note(BaseModel):
    text: str


class Orders:
    description = "Takes orders"
    input_schema = Note
    output_schema = Note

    def execute(self, inputs, context):
        return inputs
#- extensions/orders.create.py
${ORDERS_MODULE}
`,
  good: `
#- extensions/orders/create.py
${ORDERS_MODULE}
#- extensions/orders_create.py
${ORDERS_MODULE}
`,
  over: 'key',
  kind: 'module',
  atLeast: { providers: 2 },
  *check(name, lookup, key) {
    const { id } = moduleKeyParts(name);
    for (const [first, ...others] of groupBy(lookup.providers(key), ({ file }) => languageOf(file.path)).values())
      for (const fact of others)
        yield {
          at: at(fact, Part.name),
          message: `'${truncateName(id)}' is also the id of ${truncateName(first.file.path)}; one of the two is not registered`,
          related: [{ at: at(first, Part.name), message: `'${truncateName(id)}' as well` }],
        };
  },
};
