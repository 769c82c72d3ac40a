import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { soleCheckpoint } from '../../server/src/base/cancellation';
import { positionAt, type Position } from '../../server/src/base/text';
import { nameAt } from '../../server/src/features/at-cursor/name-at';
import { withoutQuotes } from '../../server/src/features/text/literal-style';
import { references, type Occurrence } from '../../server/src/features/at-cursor/references';
import { loadWorkspace } from '../../server/src/host/disk-files';
import { readText } from '../../server/src/host/read-text';
import { Workspace } from '../../server/src/workspace';

const TEST = path.resolve(import.meta.dirname, '..');

/** The examples and all sample repositories, as folders. */
export const SAMPLES: readonly string[] = [
  path.resolve(TEST, '../examples'),
  ...fs
    .readdirSync(path.join(TEST, 'corpus'), { withFileTypes: true })
    .flatMap(each => (each.isDirectory() ? [path.join(TEST, 'corpus', each.name)] : [])),
];

/** The engine as a command line over this folder has it. */
export async function loaded(root: string): Promise<Workspace> {
  const workspace = new Workspace({ readText: at => readText(path.join(root, at))?.text });
  await loadWorkspace(workspace, root, { check: false });
  return workspace;
}

/** What the server answers to a person who asks for references at a text. */
export interface Asked {
  readonly path: string;
  readonly start: Position;
  /** The text that was asked about, and all that were found, as `place` writes them; definitions with a star. */
  readonly at: string;
  readonly found: readonly string[];
  /** Of a name in Python code the server leaves the uses to the Python extension. */
  readonly isWhole: boolean;
}

/** Asks `references` at every text that a file could name something with. */
export async function askEverywhere(workspace: Workspace): Promise<Asked[]> {
  const asked: Asked[] = [];
  const known = new Map<string, readonly string[]>();
  for (const file of [...workspace.paths()].sort()) {
    const text = workspace.text(file)!;
    const offsets = new Set([...workspace.partsIn(file)].flatMap(parts => parts.map(({ span }) => span.start)));
    for (const offset of offsets) {
      const found = nameAt(workspace, file, offset, {});
      if (found === undefined) continue;
      const isWhole = !file.endsWith('.py') || /^[a-zA-Z]{0,2}["']/.test(text.slice(found.span.start));
      const id = `${found.answers.kind} ${found.named.key} ${isWhole}`;
      let mentions = known.get(id);
      if (mentions === undefined) {
        const all = await references(workspace, file, offset, {}, soleCheckpoint());
        assert.ok(all !== undefined);
        known.set(id, (mentions = all.map(each => written(workspace, each)).sort()));
      }
      const at = written(workspace, { path: file, span: found.span, isDefinition: false });
      const start = positionAt(workspace.lineStarts(file)!, withoutQuotes(text, found.span).start);
      asked.push({ path: file, start, at, found: mentions, isWhole });
    }
  }
  return asked;
}

function written(workspace: Workspace, { path: file, span, isDefinition }: Occurrence): string {
  const starts = workspace.lineStarts(file)!;
  const { start, end } = withoutQuotes(workspace.text(file)!, span);
  return place(file, positionAt(starts, start), positionAt(starts, end), isDefinition);
}

export function place(file: string, start: Position, end: Position, isDefinition = false): string {
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column}${isDefinition ? ' *' : ''}`;
}
