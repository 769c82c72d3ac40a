import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { configurationOf, idsOf, languageOf, moduleKeyParts, type ModuleFact } from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { KeyRule } from '../rule';

export const caseCollision: KeyRule<ModuleFact> = {
  code: 'module/case-collision',
  severity: 'warning',
  summary: 'Two module ids differ only in case.',
  why:
    'Discovery warns and registers both. Where file names do not tell case apart, as on Windows and macOS, a checkout has only one ' +
    'of the files.',
  remedy: 'Rename one of the files; ids are lower case by convention.',
  bad: `
#- extensions/Orders.py
${ORDERS_MODULE}
#- extensions/orders.py
from pydantic import BaseModel
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ module/case-collision


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
#- extensions/billing.py
${ORDERS_MODULE}
#- extensions/orders.py
${ORDERS_MODULE}
`,
  over: 'key',
  kind: 'module-case',
  atLeast: { providers: 2 },
  *check(name, lookup, key) {
    const configuration = configurationOf(lookup);
    const { discovery: of, id: lower } = moduleKeyParts(name);
    const discovery = configuration.discoveries.find(each => each.name === of);
    if (discovery === undefined) return;
    const seen: { id: string; fact: Parameters<typeof at>[0]; language: string | undefined }[] = [];
    for (const fact of lookup.providers(key)) {
      const id = idsOf(fact.file.path, discovery, configuration).find(each => each.toLowerCase() === lower);
      if (id === undefined) continue;
      const language = languageOf(fact.file.path);
      const other = seen.find(each => each.id !== id && each.language === language);
      if (other !== undefined)
        yield {
          at: at(fact, Part.name),
          message: `'${truncateName(id)}' differs from '${truncateName(other.id)}' only in case: some systems keep one of the two files`,
          related: [{ at: at(other.fact, Part.name), message: `'${truncateName(other.id)}'` }],
        };
      seen.push({ id, fact, language });
    }
  },
};
