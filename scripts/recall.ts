/**
 * How many mistakes that were mended in real repositories are found in the states before, and what is said of whole states; see
 * `test/real/recall.ts` for what counts as found, and `docs/recall.md` for the table.
 *
 *   npm run recall                    the states in test/real
 *   npm run recall -- FOLDER          those of a folder: NAME-COMMIT.tar.gz, NAME-before-COMMIT.tar.gz, NAME-fix-COMMIT.diff.gz
 *   npm run recall -- --write         puts the tables of the states in test/real into docs/recall.md
 *   npm run recall -- FOLDER --keep   makes the states of a folder those in test/real
 *   npm run recall -- --planted       plants mistakes in states of three eras, kind by kind, and counts those that are found (some minutes);
 *                                     with --write, puts that table into docs/recall.md
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { PlacedFinding } from '../server/src/model/finding';
import { countsOf, findingsOf, KEPT, keptStates, outcomeOf, untrueOf, untrueTable } from '../test/real/recall';
import { PLANT_KINDS } from '../test/real/plant-kinds';
import { Bed, plantsOf } from '../test/real/plants';
import { readFolder, writeKept, type State, type States } from '../test/real/states';

const PAGE = path.join(import.meta.dirname, '..', 'docs', 'recall.md');
const MARK = '<!-- made by `npm run recall -- --write` -->';
const PLANTED_MARK = '<!-- made by `npm run recall -- --planted --write` -->';

/** How many plants of a kind and a state are tried. */
const MOST_PLANTS = 20;

const args = process.argv.slice(2);
const folder = args.find(each => !each.startsWith('--'));
const states = folder === undefined ? keptStates() : readFolder(path.resolve(folder));
if (args.includes('--keep')) writeKept(KEPT, states);
const isPlanted = args.includes('--planted');
const tables = isPlanted ? plantedTable(states) : tablesOf(states);
if (args.includes('--write')) {
  const [before = '', after = ''] = fs.readFileSync(PAGE, 'utf8').split(MARK);
  const [intro = '', planted = ''] = before.split(PLANTED_MARK);
  const parts = isPlanted ? [intro, `\n\n${tables}\n`, after] : [intro, planted, `\n\n${tables}`];
  fs.writeFileSync(PAGE, `${parts[0]}${PLANTED_MARK}${parts[1]}${MARK}${parts[2]}`);
  spawnSync('npx', ['oxfmt', PAGE], { stdio: 'inherit' });
} else console.log(tables);

/** Of each kind of mistake, how many plants are found in a state of each era. */
function plantedTable({ full, bugs }: States): string {
  const eras: readonly (readonly [string, State | undefined])[] = [
    ['literal (c75b4fdc)', full.get('cursus-c75b4fdc')],
    ['table (dc45def1)', full.get('cursus-dc45def1')],
    ['interfaces (3480391f)', bugs.find(({ fix }) => fix === '3480391f')?.after],
  ];
  const columns = eras.map(([, state]) => (state === undefined ? [] : plantedIn(state)));
  return [
    '## Planted mistakes',
    '',
    `| kind | ${eras.map(([name]) => name).join(' | ')} | by |`,
    '| --- | --- | --- | --- | --- |',
    ...PLANT_KINDS.map(({ kind }, i) => {
      const cells = columns.map(column => column[i]);
      const codes = [...new Set(cells.flatMap(each => each?.codes ?? []))].map(code => `\`${code}\``);
      const counts = cells.map(each => (each === undefined || each.all === 0 ? '' : `${each.found} of ${each.all}`));
      return `| ${cell(kind)} | ${counts.join(' | ')} | ${codes.slice(0, 3).join(', ')} |`;
    }),
    '',
  ].join('\n');
}

function plantedIn(
  state: State,
): { readonly found: number; readonly all: number; readonly codes: readonly string[] }[] {
  const bed = new Bed(state);
  return PLANT_KINDS.map(kind => {
    const outcomes = plantsOf(kind, state, MOST_PLANTS).map(plant => bed.outcomeOf(plant));
    const found = outcomes.filter(each => each.found.length > 0);
    return {
      found: found.length,
      all: outcomes.length,
      codes: found.flatMap(each => each.found.slice(0, 1).map(({ code }) => code)),
    };
  });
}

function tablesOf({ full, bugs }: States): string {
  const outcomes = bugs.map(outcomeOf);
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].sort();
  const isFound = ({ found }: { readonly found: readonly object[] }) => found.length > 0;
  return [
    '## Mistakes',
    '',
    '| kind | found | of |',
    '| --- | --- | --- |',
    ...kinds.map(kind => {
      const own = outcomes.filter(each => each.kind === kind);
      return `| ${kind} | ${own.filter(isFound).length} | ${own.length} |`;
    }),
    `| all | ${outcomes.filter(isFound).length} | ${outcomes.length} |`,
    '',
    '| fix | what was wrong | found by | for example, or why not |',
    '| --- | --- | --- | --- |',
    ...outcomes.map(({ fix, what, found, why }) => {
      const codes = [...new Set(found.map(({ code }) => `\`${code}\``))].join(', ');
      return `| ${fix} | ${what} | ${codes === '' ? 'nothing' : codes} | ${cell(found[0]?.message ?? why ?? '')} |`;
    }),
    '',
    '## What is said of whole states',
    '',
    '| state | severity and rule | findings | untrue |',
    '| --- | --- | --- | --- |',
    ...[...full].flatMap(([name, state]) => rowsOf(name, findingsOf(state))),
    '',
  ].join('\n');
}

function rowsOf(name: string, findings: readonly PlacedFinding[]): string[] {
  const table = untrueTable();
  const rows = countsOf(findings).map(([rule, count]) => {
    const untrue = untrueOf(
      name,
      findings.filter(({ severity, code }) => `${severity} ${code}` === rule),
      table,
    );
    return `| ${name} | ${rule} | ${count} | ${untrue.length} |`;
  });
  const untrue = untrueOf(name, findings, table).map(each => `| ${name} | untrue | ${placeOf(name, each)} | |`);
  return [...rows, ...untrue];
}

function placeOf(name: string, { path: at, span, message }: PlacedFinding): string {
  const text = states.full.get(name)?.get(at) ?? '';
  return `${at}:${text.slice(0, span.start).split('\n').length} ${cell(message)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/[<>_*]/g, '\\$&');
}
