import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import type { Place } from '../../model/fact';
import {
  type Invalid,
  isModuleClass,
  lostInWords,
  type Module,
  type ModuleClass,
  type ModuleFact,
  moduleOf,
  registrationLoss,
  registrationOf,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const invalid: FactRule<ModuleFact> = {
  code: 'module/invalid',
  severity: 'error',
  summary: 'The class of a module lacks something that every module needs.',
  why:
    'A module has an input_schema and an output_schema that are pydantic models, a description that is not empty, and a method ' +
    'execute; its own or inherited. What the companion says does not count here. A class that lacks any of it is logged and not ' +
    'registered, and whatever depends on it makes discovery abort. Then discovery calls the class without arguments: one that needs ' +
    'some, is abstract or raises an exception is logged and not registered either.',
  remedy: 'Add it to the class or to a base class.',
  bad: `
#- extensions/orders.py
from pydantic import BaseModel


class Note(BaseModel):
    text: str


class Orders:
#     ^^^^^^ module/invalid
    input_schema = Note
    output_schema = Note

    def execute(self, inputs, context):
        return inputs
`,
  good: `
#- extensions/orders.py
${ORDERS_MODULE}
`,
  over: 'fact',
  kind: 'module',
  wide: true,
  *check(fact, lookup) {
    const module = moduleOf(fact, lookup);
    if (module?.entry.status !== 'found') return;
    const { entry } = module.entry;
    for (const each of module.invalid)
      yield {
        at: placeOf(entry, each),
        message: `'${truncateName(entry.name)}' ${lacks(each)}, so ${lostInWords(module, lookup)}`,
      };
    if (module.ready === 'yes') yield* registration(module, lookup);
  },
};

/** What goes wrong once everything that discovery asks of the class is there. */
function* registration(module: Module, lookup: Lookup): Iterable<Report> {
  const found = registrationOf(module, lookup);
  if (found.status === 'lost')
    yield { at: found.at, message: `${truncateName(found.why)}, so ${lostInWords(module, lookup)}` };
  if (found.status !== 'crash' || !isModuleClass(found.at.fact)) return;
  const { text, related, isCertain } = registrationLoss(module, lookup);
  const severity = isCertain ? 'error' : 'warning';
  yield { at: found.at, severity, related, message: `The metadata of a module have to be a mapping; ${text}` };
}

function placeOf(entry: ModuleClass, { attribute }: Invalid): Place {
  const index = entry.attributes.findLastIndex(({ name }) => name === attribute);
  return at(entry, index < 0 ? Part.name : Part.fieldValue(index));
}

function lacks({ attribute, message }: Invalid): string {
  if (attribute === 'description') return 'has no description of its own, or an empty one';
  if (attribute === 'execute') return 'has no method execute';
  return message.includes('TSchema')
    ? `has no ${attribute === 'input_schema' ? 'inputSchema' : 'outputSchema'} that is a schema object`
    : `has no ${attribute} that is a BaseModel class`;
}
