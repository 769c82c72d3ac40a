import type {
  ArtifactLocation,
  CodeFlow,
  Fix as SarifFix,
  Location,
  Log,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { version } from '../../../../package.json';
import type { Span } from '../../base/text';
import { escapeInvisible } from '../../base/message-text';
import { fileEditsOf } from '../../features/edit/fixes';
import { rangeOf, uriPath } from '../../features/text/locations';
import { rulePage } from '../../features/text/rule-page';
import type { PlacedFinding, Severity } from '../../model/finding';
import type { Fix } from '../../model/fix';
import type { Rule } from '../../rules/rule';
import type { Workspace } from '../../workspace';
import { fingerprinted, type KnownFinding, type LintResult } from './lint-result';

/**
 * SARIF 2.1.0: paths are relative to the root, columns count UTF-16 units. What a comment silences has a suppression,
 * what a baseline knows is `unchanged`, and what is only in the baseline is `absent`.
 */
export function sarifLog(workspace: Workspace, result: LintResult, rules: readonly Rule[]): Log {
  const sorted = [...rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  const indexOf = new Map(sorted.map(({ code }, i) => [code, i]));
  const { findings, baseline, suppressed } = result;
  const all = (some: readonly PlacedFinding[], more: (finding: PlacedFinding) => Partial<Result>): Result[] =>
    fingerprinted(some).map(({ finding, fingerprint }) => ({
      ...resultOf(
        workspace,
        finding,
        indexOf,
        rules.find(({ code }) => code === finding.code),
      ),
      partialFingerprints: { [FINGERPRINT]: fingerprint },
      ...more(finding),
    }));
  // Fingerprints count equal findings, so those of new and known ones are made together.
  const known = new Set(baseline?.known);
  const states =
    baseline === undefined
      ? all(findings, () => ({}))
      : all([...known, ...findings], finding => ({ baselineState: known.has(finding) ? 'unchanged' : 'new' }));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'registry-intel',
            fullName: 'Registry Intelligence',
            semanticVersion: version,
            informationUri: 'https://github.com/registry-intelligence/registry-intelligence',
            rules: sorted.map(descriptorOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository' } } },
        invocations: [{ executionSuccessful: true }],
        results: [
          ...states,
          ...all(suppressed, () => ({ suppressions: [{ kind: 'inSource' }] })),
          ...(baseline?.absent ?? []).map(known => absentResult(known, indexOf)),
        ],
      },
    ],
  };
}

const ROOT = '%SRCROOT%';
const FINGERPRINT = 'registryIntel/v1';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

function descriptorOf({ code, severity, summary, why, remedy }: Rule): ReportingDescriptor {
  const family = code.slice(0, code.indexOf('/'));
  return {
    id: code,
    name: code.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: remedy, markdown: `${why}\n\n**What to do.** ${remedy}` },
    helpUri: rulePage(code),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [family] },
  };
}

function resultOf(
  workspace: Workspace,
  finding: PlacedFinding,
  indexOf: ReadonlyMap<string, number>,
  rule: Rule | undefined,
): Result {
  const { code, severity, path, span, message, related, key } = finding;
  const location = locationOf(workspace, path, span);
  const others = related.map((each, i) => ({
    id: i + 1,
    ...locationOf(workspace, each.path, each.span),
    message: { text: withoutLinks(each.message) },
  }));
  const fixes = finding.fixes.flatMap(fix => sarifFix(workspace, fix));
  return {
    ruleId: code,
    ...indexed(indexOf.get(code)),
    level: LEVELS[severity],
    message: { text: withoutLinks(message) },
    locations: [{ ...location, logicalLocations: [{ fullyQualifiedName: escapeInvisible(key) }] }],
    ...(others.length === 0 ? {} : { relatedLocations: others }),
    ...(rule?.relatedIsPath === true && others.length > 0 ? { codeFlows: [flowOf(others)] } : {}),
    ...(fixes.length === 0 ? {} : { fixes }),
    properties: { severity },
  };
}

function indexed(ruleIndex: number | undefined): Partial<Result> {
  return ruleIndex === undefined ? {} : { ruleIndex };
}

function absentResult({ code, path, message, fingerprint }: KnownFinding, index: ReadonlyMap<string, number>): Result {
  return {
    ruleId: code,
    ...indexed(index.get(code)),
    message: { text: withoutLinks(message) },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    baselineState: 'absent',
  };
}

function flowOf(path: readonly Location[]): CodeFlow {
  const locations = path.map(({ physicalLocation, message }) => ({
    location: { ...(physicalLocation && { physicalLocation }), ...(message && { message }) },
  }));
  return { threadFlows: [{ locations }] };
}

function locationOf(workspace: Workspace, path: string, span: Span): { physicalLocation: PhysicalLocation } {
  return { physicalLocation: { artifactLocation: artifact(path), region: regionOf(workspace, path, span) } };
}

function regionOf(workspace: Workspace, path: string, span: Span): Region {
  const { start, end } = rangeOf(workspace, path, span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function artifact(path: string): ArtifactLocation {
  return { uri: uriPath(path), uriBaseId: ROOT };
}

/** Empty for a fix that cannot be made now, and for one that creates or renames files, which SARIF cannot express. */
function sarifFix(workspace: Workspace, fix: Fix): SarifFix[] {
  const changes = fileEditsOf(workspace, fix);
  if (changes === undefined || changes.some(change => !('edits' in change))) return [];
  const artifactChanges = changes.flatMap(change => {
    if (!('edits' in change)) return [];
    const replacements = change.edits.map(({ span, text }) => ({
      deletedRegion: regionOf(workspace, change.path, span),
      insertedContent: { text },
    }));
    return [{ artifactLocation: artifact(change.path), replacements }];
  });
  return [{ description: { text: withoutLinks(fix.title) }, artifactChanges }];
}

/** Viewers make links of `[text](target)`: a name must not. */
function withoutLinks(message: string): string {
  const text = escapeInvisible(message);
  return text.includes('](') ? text.replace(/[[\]\\]/g, '\\$&') : text;
}
