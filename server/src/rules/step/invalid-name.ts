import { inWords } from '../../base/in-words';
import { truncateName } from '../../base/message-text';
import { type SourceFile } from '../../model/fact';
import { valuePlace } from '../../model/fields';
import { at, type Report } from '../../model/finding';
import { Part } from '../../model/fact';
import { isChecked, isHeader, isStep, loadingPoints, refusalInWords, type StepEntry } from '../../systems/steps/public';
import type { FileRule } from '../rule';

export const invalidName: FileRule = {
  code: 'step/invalid-name',
  severity: 'error',
  summary: 'A step or its builder has a name that the run time refuses.',
  why:
    'Names of steps and builders may hold letters, digits, underscores and hyphens only. At any other name the registry ' +
    'manager raises an error, which it swallows: what stands before stays loaded, what follows and all overrides are lost.',
  remedy: 'Rename it. In Python code, only names without hyphens can be classes.',
  bad: `
LOCAL_STEPS = {
    "My Step": {"builder_step_name": "MyStepBuilder"},
#   ^^^^^^^^^ step/invalid-name
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  good: `
LOCAL_STEPS = {
    "MyStep": {"builder_step_name": "MyStepBuilder"},
    "DataPrep": {"builder_step_name": "DataPrepStepBuilder"},
}
`,
  over: 'file',
  *check(file, lookup) {
    const header = file.facts.find(isHeader);
    if (header === undefined || (header.form === 'workspace' && loadingPoints(header, lookup).stopsAt === undefined))
      return;
    let loss: string | undefined;
    for (const entry of file.facts) {
      if (!isStep(entry)) continue;
      const refusal = entry.refused;
      if (refusal === undefined || !REFUSALS.has(refusal.why) || !isChecked(entry, lookup)) continue;
      const consequence = refusalInWords(entry, lookup);
      const isStop = consequence.startsWith('Loading stops');
      const builder = refusal.why === 'builder' ? refusal.builder : undefined;
      // All rows of the name stop it, which may be thousands.
      if (refusal.why === 'key') yield reportKey(entry, isStop ? (loss ??= lossOf(entry, file)) : consequence);
      else yield report(entry, builder, isStop ? (loss ??= lossOf(entry, file)) : consequence);
    }
  },
};

const REFUSALS: ReadonlySet<string> = new Set(['name', 'key', 'builder']);

function reportKey(entry: StepEntry, consequence: string): Report {
  const what = 'The name of a step must be a string';
  return { at: at(entry, Part.name), message: consequence === '' ? what : `${what}. ${consequence}` };
}

function report(entry: StepEntry, builder: string | undefined, consequence: string): Report {
  const place = builder === undefined ? at(entry, Part.name) : valuePlace(entry, 'builder_step_name');
  const name = builder ?? entry.name;
  const what =
    name.trim() === '' ? 'A step needs a name' : `'${truncateName(name)}' may hold only letters, digits, '_' and '-'`;
  return { at: place, message: consequence === '' ? what : `${what}. ${consequence}` };
}

/** What is lost with the entry at which loading stops, as a sentence with numbers. */
function lossOf(entry: StepEntry, file: SourceFile): string {
  const after = rowsAfter(entry, file);
  const overrides = entry.table !== 'STEP_OVERRIDES' && file.facts.some(isOverride);
  const lost = [
    'this entry',
    ...(after === 0 ? [] : [after === 1 ? 'the one after it' : `the ${after} after it`]),
    ...(overrides ? ['all overrides'] : []),
  ];
  const list = inWords(lost, 'and');
  return `Loading stops here: ${list} ${lost.length < 2 ? 'is' : 'are'} lost`;
}

function rowsAfter(entry: StepEntry, { facts }: SourceFile): number {
  const from = facts.indexOf(entry);
  return facts.filter((fact, i) => i > from && isStep(fact) && fact.table === entry.table).length;
}

function isOverride(fact: SourceFile['facts'][number]): boolean {
  return isStep(fact) && fact.table === 'STEP_OVERRIDES';
}
