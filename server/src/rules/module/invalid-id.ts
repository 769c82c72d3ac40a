import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  configurationOf,
  conformingId,
  damagedMapAside,
  ID_PATTERN,
  idOf,
  isEphemeral,
  lossOf,
  MAX_ID_LENGTH,
  type ModuleFact,
  moduleOf,
  type ModulePlace,
  modulePlacesOf,
  reservedWordOf,
} from '../../systems/modules/public';
import { ORDERS_MODULE } from '../example-files';
import type { FactRule } from '../rule';

export const invalidId: FactRule<ModuleFact> = {
  code: 'module/invalid-id',
  severity: 'warning',
  summary: 'A module has an id that the registry does not accept, or only discovery lets through.',
  why:
    'An id that begins with a reserved word is skipped at registration, after the load order is made, so that modules which depend ' +
    'on it load without it: that is an error. An id that is not lower case letters, digits and underscores, or is longer than 192 ' +
    'characters, is refused by register(); discovery of Python files lets it through, discovery of TypeScript files skips it, ' +
    'which is an error, too. A TypeScript file whose id begins with ephemeral makes the whole discovery abort.',
  remedy: 'Rename the file or folder, or give the module another id in the ID map.',
  bad: `
#- extensions/system/clock.py
from pydantic import BaseModel
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ module/invalid-id


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
#- extensions/tools/clock.py
${ORDERS_MODULE}
`,
  over: 'fact',
  kind: 'module',
  wide: true,
  *check(module, lookup) {
    for (const placed of modulePlacesOf(module.file.path, configurationOf(lookup)))
      yield* checkId(module, placed, lookup);
  },
};

/** What is wrong with the id that the file has at a place. */
function* checkId(module: ModuleFact, placed: ModulePlace, lookup: Lookup): Iterable<Report> {
  const { id } = idOf(placed);
  const place = at(module, Part.name);
  const isPython = placed.language === 'python';
  if (!isPython && moduleOf(module, lookup)?.entry.status !== 'found') return;
  const refused = (message: string): Report => ({ at: place, message, ...(isPython ? {} : { severity: 'error' }) });
  const reserved = reservedWordOf(id);
  if (!isPython && isEphemeral(id)) {
    const { text, related } = lossOf(placed.discovery, placed.language, lookup);
    yield { ...refused(`Ids that begin with 'ephemeral' are not for files: ${text}`), related };
  }
  const consequence = isPython ? 'register() refuses it, discovery lets it through' : 'the module is skipped';
  if (!ID_PATTERN.test(id)) {
    const better = conformingId(id);
    const instead = better === undefined ? '' : `, such as '${truncateName(better)}'`;
    yield refused(
      `'${truncateName(id)}' has to be lower case letters, digits and '_' between dots${instead}${damagedMapAside(placed.discovery, lookup)}: ${consequence}`,
    );
  }
  if (id.length > MAX_ID_LENGTH)
    yield refused(
      `The id of this module is ${id.length} characters long, ${MAX_ID_LENGTH} are allowed: ${consequence}`,
    );
  if (reserved !== undefined)
    yield {
      at: place,
      severity: 'error',
      message: isPython
        ? `'${reserved}' is reserved, so '${truncateName(id)}' is skipped at the end, while modules that depend on it load without it`
        : `'${reserved}' is reserved, so '${truncateName(id)}' is skipped`,
    };
}
