import { escapeInvisible } from '../../base/message-text';
import { rangeOf } from '../../features/text/locations';
import type { Severity } from '../../model/finding';
import type { Repository } from '../environment/repository';
import { fingerprinted, type LintResult } from './lint-result';

/** GitLab's report of code quality: fingerprints are those of SARIF, so that moved lines bring nothing that is new. */
export function gitlabReport({ workspace, pathOf }: Repository, { findings }: LintResult): object[] {
  return fingerprinted(findings).map(({ finding: { code, severity, path, span, message }, fingerprint }) => {
    const { start, end } = rangeOf(workspace, path, span);
    return {
      description: escapeInvisible(message),
      check_name: code,
      fingerprint,
      severity: SEVERITIES[severity],
      location: { path: pathOf(path), lines: { begin: start.line, end: end.line } },
    };
  });
}

const SEVERITIES: Readonly<Record<Severity, 'major' | 'minor' | 'info'>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  hint: 'info',
};
