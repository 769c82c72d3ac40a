import type { Ask, RecordedCase } from '../oracle';
import { brief, isUntoldValue, Statements, type SaidFinding, type Statement } from '../verdicts';

/** A case of artifacts. The README describes the members. */
export interface ArtifactCase extends RecordedCase {
  readonly answer: RealAnswer;
}

interface RealAnswer {
  readonly raised?: string;
  readonly status?: 'success' | 'warning' | 'error';
  readonly message?: string;
  readonly artifacts?: readonly RealArtifact[];
  readonly errors?: readonly { readonly type: string; readonly message: string }[];
  readonly tree?: { readonly raised?: string; readonly errors?: readonly unknown[] };
}

interface RealArtifact {
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly wip: boolean;
  readonly valid: boolean;
}

interface SaidArtifact {
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly status: unknown;
  readonly source: string;
}

/** Everything that the product says of a case, held against the real loader; texts decide all of it. */
export async function judgeArtifacts({ answer: real }: ArtifactCase, ask: Ask): Promise<readonly Statement[]> {
  const list = await ask('list', 'artifacts');
  const lint = await ask('lint');
  const statements = new Statements(true);
  if (list.json === undefined || lint.json === undefined) {
    statements.add('answer', false, `${list.err}${lint.err}`);
    return statements.all;
  }
  const { artifacts } = list.json as { artifacts: readonly SaidArtifact[] };
  const said = artifacts.filter(({ source }) => source !== 'disk');
  const { findings } = lint.json as { findings: readonly SaidFinding[] };
  const failure = real.raised ?? (real.status === 'error' ? (real.message ?? '') : undefined);
  if (failure === undefined) judgeLoading(real, said, findings, statements);
  else judgeFailure(failure, said, findings, statements);
  judgeTree(real.tree, findings, statements);
  return statements.all;
}

/** The real loader loads nothing at all, so nothing may be called loaded, and a finding has to say so. */
function judgeFailure(
  failure: string,
  said: readonly SaidArtifact[],
  findings: readonly SaidFinding[],
  statements: Statements,
): void {
  for (const each of said)
    statements.add('nothing is loaded', each.status === 'invalid', `${labelOf(each)}; real: ${failure}`, {
      isUntold: isUntoldValue(each.status),
    });
  statements.add('failure has a finding', findings.some(tellsLoss), `${failure}; ${brief(findings)}`);
}

/** What is loaded, as often as it is; and that each loss is told, and none that there is not. */
function judgeLoading(
  real: RealAnswer,
  said: readonly SaidArtifact[],
  findings: readonly SaidFinding[],
  statements: Statements,
): void {
  const { artifacts = [], errors = [] } = real;
  const loaded = artifacts.filter(({ wip, valid }) => wip || valid);
  const expected = countsOf(loaded.map(each => labelOf({ ...each, status: each.wip ? 'wip' : 'valid' })));
  const mine = countsOf(said.filter(({ status }) => status === 'valid' || status === 'wip').map(labelOf));
  const untold = said.filter(({ status }) => isUntoldValue(status)).length;
  for (const [label, times] of expected) {
    const count = mine.get(label) ?? 0;
    statements.add('loaded', count === times, `${label} is loaded ${times} times, and said to be ${count} times`, {
      isUntold: count < times && untold >= times - count,
    });
  }
  const reasons = errors.map(({ message }) => message).join('; ');
  for (const label of mine.keys())
    if (!expected.has(label)) statements.add('not loaded', false, `${label} is not loaded; ${reasons}`);
  for (const each of said) if (each.status === 'invalid') statements.add('not loaded', true, labelOf(each));
  const refused = errors.filter(({ type }) => type === 'invalid_registry_entry' || type === 'load_error');
  const lost = artifacts.length - loaded.length + refused.length;
  if (lost === 0) {
    const untrue = findings.filter(({ severity, message }) => severity === 'error' && LOSS_WORDS.test(message));
    statements.add('errors are true', untrue.length === 0, `everything is loaded; ${brief(untrue)}`);
  } else
    statements.add('loss has a finding', findings.some(tellsLoss), `${reasons}; ${brief(findings)}`, {
      isUntold: untold >= lost,
    });
}

/** What the real validator of `.onextree` refuses asks for a finding about a tree. */
function judgeTree(tree: RealAnswer['tree'], findings: readonly SaidFinding[], statements: Statements): void {
  if (tree === undefined || (tree.raised === undefined && (tree.errors ?? []).length === 0)) return;
  const isTold = findings.some(({ code, severity }) => code.startsWith('tree/') && severity !== 'hint');
  statements.add('tree has a finding', isTold, tree.raised ?? JSON.stringify(tree.errors));
}

/** Findings that speak of something else than that an artifact is not loaded. */
const NO_LOSS = new Set([
  'artifact/commit-missing',
  'artifact/deprecated',
  'artifact/placeholder',
  'artifact/summary-mismatch',
  'artifact/unlisted-version',
  'artifact/duplicate-uuid',
  'artifact/entry-point-missing',
  'artifact/incompatible',
  'tree/invalid',
  'tree/missing-artifact',
  'tree/stale-entry',
  'tree/untracked-file',
]);
const LOSS_WORDS = /not loaded|no loader|cannot be loaded|nothing is loaded/;

function tellsLoss({ code, severity }: SaidFinding): boolean {
  return (severity === 'error' || severity === 'warning') && !NO_LOSS.has(code);
}

/** `node/stamper 1.0.0 valid`. `v1_0_0` and `1.0.0` are the same version. */
function labelOf({ type, name, version, status }: Pick<SaidArtifact, 'type' | 'name' | 'version' | 'status'>): string {
  const plain = version.trim().replace(/^v(\d+)_(\d+)_(\d+)$/, (_, ...parts: string[]) =>
    parts
      .slice(0, 3)
      .map(part => String(Number(part)))
      .join('.'),
  );
  return `${type}/${name} ${plain} ${String(status)}`;
}

function countsOf(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}
