import { truncateName } from '../../base/message-text';
import { nearest } from '../../base/similarity';
import { Part } from '../../model/fact';
import { fieldOf, valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import type { Fix } from '../../model/fix';
import type { Lookup } from '../../model/lookup';
import {
  companionPath,
  configurationOf,
  fileFact,
  idOf,
  isCompanion,
  isModule,
  lossOf,
  lostInWords,
  type Module,
  type ModuleClass,
  moduleClassesOf,
  type ModuleFact,
  moduleOf,
  modulePlacesOf,
  plainFileVerdict,
  type PythonNamesFact,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const entryPoint: FactRule<ModuleFact | PythonNamesFact> = {
  code: 'module/entry-point',
  severity: 'error',
  summary: 'It cannot be told which class of a module file is the module.',
  why:
    'A class counts if it has an input_schema and an output_schema that are pydantic models, and something to execute, its own or ' +
    'inherited. With none or several of them, or when the companion names a class that the file does not have, the file is ' +
    'logged as failed and left out. A file without a companion and without such a class may be a helper: that is an information.',
  remedy: 'Name the class in the companion, as entry_point: file:Class, or leave one in the file.',
  bad: `
#- extensions/orders.py
from pydantic import BaseModel


class Note(BaseModel):
    text: str


class CreateOrder:
#     ^^^^^^^^^^^ module/entry-point
    description = "Takes an order"
    input_schema = Note
    output_schema = Note

    def execute(self, inputs, context):
        return inputs


class CancelOrder(CreateOrder):
    description = "Takes an order back"
`,
  good: `
#- extensions/orders.py
${ORDERS_MODULE}
`,
  over: 'fact',
  kind: ['module', 'python-names'],
  wide: true,
  *check(fact, lookup) {
    if (!isModule(fact)) {
      yield* withoutAnyClass(fact, lookup);
      return;
    }
    const module = moduleOf(fact, lookup);
    if (module === undefined) return;
    const { entry, companion } = module;
    // Of TypeScript files those are read whose words look like modules: many others have such words, too.
    if (entry.status === 'none') {
      if (companion !== undefined || module.placed.language === 'python') yield withoutClass(module);
    } else if (entry.status === 'import fails')
      yield {
        at: entry.at,
        message: `Importing this file fails with ${entry.exception}: ${truncateName(entry.message)}; ${entry.isExit === 'yes' ? lossOf(module.placed.discovery, 'python', lookup).text : lostInWords(module, lookup)}`,
      };
    else if (entry.status === 'ambiguous') yield ambiguous(module, entry.candidates, lookup);
    else if (entry.status === 'crash')
      yield {
        at: valuePlace(entry.by, 'entry_point'),
        message: `entry_point has to be a text, such as 'file:Class', so ${lostInWords(module, lookup)}`,
      };
    else if (entry.status === 'not found') {
      const { by } = entry;
      const names = moduleClassesOf(fact.file.path, lookup).map(({ name }) => name);
      const meant = nearest(entry.className, names) ?? (names.length === 1 ? names[0] : undefined);
      const place = by === undefined ? at(fact, Part.name) : valuePlace(by, 'entry_point');
      const written = by === undefined ? '' : (fieldOf(by, 'entry_point') as string);
      const text = written.slice(0, written.lastIndexOf(':') + 1);
      yield {
        at: place,
        message: `${truncateName(fact.file.path)} has no ${module.placed.language === 'python' ? 'class' : 'export'} '${truncateName(entry.className)}', so ${lostInWords(module, lookup)}${meant === undefined ? '' : `. Did you mean '${truncateName(meant)}'?`}`,
        ...(meant === undefined || by === undefined
          ? {}
          : {
              fixes: [
                {
                  title: `Change to '${truncateName(meant)}'`,
                  safe: false,
                  edits: [{ do: 'replace', at: place, text: text + meant }],
                },
              ],
            }),
      };
    }
  },
};

/** A file below a root whose words are not those of modules: it is read for its names alone. */
function* withoutAnyClass(fact: PythonNamesFact, lookup: Lookup): Iterable<Report> {
  const [placed] = modulePlacesOf(fact.file.path, configurationOf(lookup));
  if (placed === undefined) return;
  const companion = fileFact(companionPath(fact.file.path), isCompanion, lookup);
  if (plainFileVerdict(fact, companion, lookup) !== 'no module') return;
  const entry = companion?.entryPoint;
  const name = truncateName(idOf(placed).id);
  if (companion !== undefined && entry !== undefined && 'className' in entry && fact.isPlain) {
    const message = `${truncateName(fact.file.path)} has no class '${truncateName(entry.className)}', so there is no module '${name}'`;
    yield { at: valuePlace(companion, 'entry_point'), message };
    return;
  }
  const own = `No class ${fact.classes === undefined ? 'is defined here' : 'here has an input schema'}, so there is no module '${name}'`;
  if (fact.mayExit !== true) yield { at: at(fact, Part.name), message: own, severity: 'info' };
  else {
    const message = `${own}; importing the file may end Python, and discovery with it`;
    yield { at: at(fact, Part.name), message, severity: 'warning' };
  }
}

function withoutClass({ fact, companion, id, placed }: Module): Report {
  const what = placed.language === 'python' ? 'class' : 'export';
  return {
    at: at(fact, Part.name),
    message: `No ${what} here has an input schema, an output schema and execute, so there is no module '${truncateName(id)}'`,
    severity: companion === undefined ? 'info' : 'error',
    ...(companion === undefined ? {} : { related: [{ at: at(companion, Part.name), message: 'its companion' }] }),
  };
}

function ambiguous(
  module: Module,
  candidates: readonly [ModuleClass, ModuleClass, ...ModuleClass[]],
  lookup: Lookup,
): Report {
  const { fact, companion, placed } = module;
  const [first, second] = candidates;
  const all = placed.language === 'python' ? 'module classes' : 'exported modules';
  const rest = candidates.length > 2 ? ' and others' : '';
  return {
    at: at(first, Part.name),
    message: `This file has ${candidates.length > 2 ? 'several' : 'two'} ${all}, '${truncateName(first.name)}' and '${truncateName(second.name)}'${rest}; name one with entry_point, or ${lostInWords(module, lookup)}`,
    related: candidates.slice(1, 4).map(each => ({ at: at(each, Part.name), message: `'${truncateName(each.name)}'` })),
    fixes: candidates.slice(0, 4).map(({ name }): Fix => {
      const value = `${fact.name}:${name}`;
      const title = `Make '${truncateName(name)}' the entry point`;
      if (companion === undefined) {
        const path = companionPath(fact.file.path);
        return {
          title,
          safe: false,
          edits: [{ do: 'create-file', path, text: `entry_point: ${JSON.stringify(value)}\n` }],
        };
      }
      return { title, safe: false, edits: [{ do: 'add-field', fact: companion, name: 'entry_point', value }] };
    }),
  };
}
