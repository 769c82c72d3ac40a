import ignore from 'ignore';
import { memoizePerObject } from '../../../base/memoize-per-object';
import { folderOf, pathBelow } from '../../../base/paths';
import type { Lookup } from '../../../model/lookup';
import type { IgnoreFact } from '../facts';
import { IGNORES_KEY } from '../keys';

/** Whether a `.gitignore` names the module or package at a path (without an ending), so that it may be there all the same. */
export function isIgnoredByGit(path: string, lookup: Lookup): boolean {
  return lookup.providers(IGNORES_KEY).some(fact => {
    const below = pathBelow(folderOf(fact.file.path), path);
    if (below === undefined || below === '') return false;
    const rules = rulesOf(fact);
    return rules.ignores(`${below}.py`) || rules.ignores(`${below}/`);
  });
}

/** Long lines and several `**` take time that grows faster than their length, and the file may be hostile: such lines are passed over. */
const rulesOf = memoizePerObject(({ text }: IgnoreFact) =>
  ignore({ allowRelativePaths: true }).add(
    text.split(/\r?\n/).filter(line => line.length <= 1000 && line.split('**').length <= 3),
  ),
);
