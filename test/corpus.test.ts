import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { compareStrings } from '../server/src/base/collections';
import { lineAt } from '../server/src/base/text';
import { loadWorkspace } from '../server/src/host/disk-files';
import type { PlacedFinding, Severity } from '../server/src/model/finding';
import { Workspace } from '../server/src/workspace';
import { checkInvariants, foretell } from './support/fixture';

/** What `expect.yaml` of a sample repository says; see `corpus/README.md`. */
interface Expectations {
  readonly findings: readonly Expected[] | null;
  readonly open?: readonly Expected[];
}

interface Expected {
  readonly path: string;
  readonly line: number;
  readonly code: string;
  readonly severity: Severity;
  readonly why: string;
}

const CORPUS = path.join(import.meta.dirname, 'corpus');
const EXAMPLES = path.join(import.meta.dirname, '..', 'examples');

describe('sample repositories', () => {
  for (const { name } of fs.readdirSync(CORPUS, { withFileTypes: true }).filter(entry => entry.isDirectory()))
    checkRepository(name, path.join(CORPUS, name), path.join(CORPUS, name, 'expect.yaml'));
  checkRepository('examples', EXAMPLES, path.join(CORPUS, 'examples.expect.yaml'));
});

function checkRepository(name: string, folder: string, expectations: string): void {
  const { findings, open = [] } = parse(fs.readFileSync(expectations, 'utf8')) as Expectations;
  it(`${name}: says what is expected and nothing else`, async () => {
    const found = await findingsBelow(folder);
    const expected = findings ?? [];
    const allowed = new Set([...expected, ...open].map(describeExpected));
    const said = new Set(found.map(({ line }) => line));
    const absent = expected.filter(each => !said.has(describeExpected(each)));
    const unexpected = found.filter(({ line, severity }) => severity !== 'hint' && !allowed.has(line));
    assert.deepEqual(
      [
        ...absent.map(each => `absent: ${describeExpected(each)}: ${each.why}`),
        ...unexpected.map(({ line, message }) => `unexpected: ${line}: ${message}`),
      ],
      [],
    );
  });
}

interface Said {
  /** `path:line severity code`. */
  readonly line: string;
  readonly severity: Severity;
  readonly message: string;
}

/** The findings of a repository and of those inside it, with paths from the outer one. */
async function findingsBelow(root: string, prefix = ''): Promise<Said[]> {
  const workspace = new Workspace({ readText: at => fs.readFileSync(path.join(root, at), 'utf8') });
  const { innerRoots } = await loadWorkspace(workspace, root);
  await foretell(workspace);
  const paths = [...workspace.paths()].sort(compareStrings);
  const all = paths.flatMap(at => workspace.findings(at));
  checkInvariants(all, new Map(paths.map(at => [at, fs.readFileSync(path.join(root, at), 'utf8')])));
  const own = all.map(finding => saidOf(finding, workspace, prefix));
  const inner = innerRoots.map(folder => findingsBelow(path.join(root, folder), `${prefix}${folder}/`));
  return [...own, ...(await Promise.all(inner)).flat()];
}

function saidOf({ path, span, code, severity, message }: PlacedFinding, workspace: Workspace, prefix: string): Said {
  const line = lineAt(workspace.lineStarts(path)!, span.start) + 1;
  return { line: `${prefix}${path}:${line} ${severity} ${code}`, severity, message };
}

function describeExpected({ path, line, code, severity }: Expected): string {
  return `${path}:${line} ${severity} ${code}`;
}
