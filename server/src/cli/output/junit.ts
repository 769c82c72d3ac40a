import { groupBy } from '../../base/collections';
import { escapeInvisible } from '../../base/message-text';
import { rangeOf } from '../../features/text/locations';
import type { PlacedFinding } from '../../model/finding';
import type { LintResult } from './lint-result';
import type { Repository } from '../environment/repository';

/** A test suite per file and a test per finding, which fails if the finding makes the exit code 1. */
export function junitText(repository: Repository, result: LintResult): string {
  const byFile = groupBy(result.findings, ({ path }) => path);
  const suites = result.files.map(path => suite(repository, path, byFile.get(path) ?? [], result));
  const totals = `tests="${sum(suites, 'tests')}" failures="${sum(suites, 'failures')}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="registry-intel" ${totals} errors="0">
${suites.map(({ text }) => text).join('')}</testsuites>
`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly text: string;
}

function sum(suites: readonly Suite[], what: 'tests' | 'failures'): number {
  return suites.reduce((total, each) => total + each[what], 0);
}

function suite(repository: Repository, path: string, findings: readonly PlacedFinding[], { fails }: LintResult): Suite {
  const name = escaped(repository.pathOf(path));
  const failures = findings.filter(finding => fails(finding)).length;
  const tests = Math.max(1, findings.length);
  const cases =
    findings.length === 0
      ? [`    <testcase name="lint" classname="${name}"/>\n`]
      : findings.map(finding => testCase(repository, finding, name, fails(finding)));
  const head = `<testsuite name="${name}" tests="${tests}" failures="${failures}" errors="0" skipped="0">`;
  return { tests, failures, text: `  ${head}\n${cases.join('')}  </testsuite>\n` };
}

function testCase(
  { workspace, pathOf }: Repository,
  { code, severity, path, span, message, related }: PlacedFinding,
  name: string,
  fails: boolean,
): string {
  const { line, column } = rangeOf(workspace, path, span).start;
  const also = related.map(each => {
    const at = rangeOf(workspace, each.path, each.span).start.line;
    return `\n${escaped(`${pathOf(each.path)}:${at} ${each.message}`)}`;
  });
  const body = `${name}:${line}:${column} ${escaped(message)}${also.join('')}`;
  const inner = fails
    ? `<failure type="${severity}" message="${escaped(message)}">${body}</failure>`
    : `<system-out>${severity}: ${body}</system-out>`;
  return `    <testcase name="${escaped(`${code} ${line}:${column}`)}" classname="${name}">${inner}</testcase>\n`;
}

/** XML has no way to write most control characters, so they are spelled out; nor these two, which are none. */
function escaped(text: string): string {
  return escapeInvisible(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/##\[/g, '#&#35;[');
}
