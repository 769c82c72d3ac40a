import { pluralize } from '../../base/terminal-columns';
import { RULES } from '../../rules';
import { backupOf } from '../environment/backup';
import { openRepository } from '../environment/repository';
import type { Terminal } from '../environment/terminal';
import { unknownName, WrongUse } from '../environment/wrong-use';
import { writeEdits, type EditOptions } from './edit';
import { fixAll } from './fix';

/**
 * Brings a repository from one form of registries to another. A migration is made by the first fix of each finding of the rule that
 * tells of the old form, so that it says and does what the editor does; what has no fix is left for a person, and counted.
 */
export async function migrate(name: string, options: EditOptions, terminal: Terminal): Promise<number> {
  const known = RULES.flatMap(rule => (rule.migration === undefined ? [] : [{ ...rule, name: rule.migration }]));
  const rule = known.find(each => each.name === name);
  if (rule === undefined) {
    const names = known.map(each => each.name);
    throw new WrongUse(unknownName('migration', name, names));
  }
  const writes = options.dryRun !== true;
  const { root, workspace, pathOf } = await openRepository([], options, terminal, { check: true, writes });
  const saved = options.backup === true && writes ? [backupOf(root, workspace)] : [];
  const now = () =>
    [...workspace.paths()].flatMap(at => workspace.findings(at)).filter(each => each.code === rule.code);
  const { changes } = fixAll(workspace, now, () => true);
  const left = now().length;
  writeEdits(root, changes.length === 0 ? [] : [...changes, ...saved], !writes, terminal, pathOf);
  if (left > 0)
    terminal.note(
      `${pluralize(left, 'place is', 'places are')} left for a person: registry-intel lint --rule ${rule.code}\n`,
    );
  return left > 0 ? 1 : 0;
}
