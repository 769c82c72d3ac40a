import { fileName, folderOf } from '../../base/paths';
import { truncateName } from '../../base/message-text';
import { Part, type FactFile } from '../../model/fact';
import { at } from '../../model/finding';
import { headerOf, type InterfaceEntry, type StepEntry, stepKey } from '../../systems/steps/public';
import type { FactRule } from '../rule';

export const duplicateInterface: FactRule<InterfaceEntry> = {
  code: 'step/duplicate-interface',
  severity: 'warning',
  summary: 'An interface file is lost: its step_type is absent or taken.',
  why:
    'The loader goes through the files of the folder in the order of their names. It passes over a file without step_type, and ' +
    'of two with one step_type it keeps the later; neither is said.',
  remedy: 'Give each interface a step_type of its own.',
  bad: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
#          ^^^^^^^ step/duplicate-interface
#- src/cursus/steps/interfaces/payload_v2.step.yaml
step_type: Payload
`,
  good: `
#- src/cursus/steps/interfaces/payload.step.yaml
step_type: Payload
#- src/cursus/steps/interfaces/payload_v2.step.yaml
step_type: PayloadV2
`,
  over: 'fact',
  kind: 'interface',
  *check(contents, lookup) {
    const { name, file } = contents;
    const place = at(contents, Part.name);
    if (headerOf(contents) === undefined || file.incomplete || contents.partial === true) return;
    if (name === '') {
      yield { at: place, message: 'There is no step_type, so the loader passes over this file' };
      return;
    }
    const folder = folderOf(file.path);
    const same = lookup.remember(`interfaces:${name}`, inner => byFolder(inner.providers(stepKey(name)))).get(folder);
    if (same === undefined) return;
    const { kept, files } = same;
    if (kept.file === file || !files.has(file)) return;
    yield {
      at: place,
      message: `${fileName(kept.file.path)} has the step_type '${truncateName(name)}' too and is read later, so this file is lost`,
      related: [{ at: at(kept, Part.name), message: 'this one is kept' }],
    };
  },
};

/** The interfaces among some rows, by folder: the one that is read last, and the files of all. */
function byFolder(
  rows: readonly StepEntry[],
): ReadonlyMap<string, { readonly kept: StepEntry; readonly files: ReadonlySet<FactFile> }> {
  const folders = new Map<string, { kept: StepEntry; files: Set<FactFile> }>();
  for (const row of rows) {
    if (row.table !== 'interface') continue;
    const folder = folderOf(row.file.path);
    folders.set(folder, { kept: row, files: (folders.get(folder)?.files ?? new Set()).add(row.file) });
  }
  return folders;
}
