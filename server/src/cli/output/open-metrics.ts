import { escapeInvisible } from '../../base/message-text';
import type { Health } from '../../features/overviews/health';
import type { Statistics } from '../../features/overviews/statistics';
import { SEVERITIES } from '../../model/finding';

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

/** The figures of a repository as OpenMetrics text (1.0), which a scraper such as Prometheus reads. All are gauges. */
export function openMetrics({ files, findings, conflicts, kinds }: Statistics, { registries }: Health): string {
  const own = registries.map(registry => ({ ...registry, labels: { kind: registry.kind, owner: registry.owner } }));
  return [
    family('definitions', 'Definitions of a kind, whether they are loaded or not.', perKind(kinds, 'definitions')),
    family('definitions_loaded', 'Definitions of a kind that the run time loads.', perKind(kinds, 'loaded')),
    family(
      'registry_definitions',
      'Definitions of one registry; the owner of core is empty.',
      own.map(({ labels, definitions }) => [labels, definitions]),
    ),
    family(
      'registry_status',
      'The health of one registry, as a label; the value is always 1.',
      own.map(({ labels, status }) => [{ ...labels, status }, 1]),
    ),
    family(
      'registry_issues',
      'Errors and warnings that count for one registry.',
      own.flatMap(({ labels, issues }) =>
        ISSUES.map((severity): Sample => {
          return [{ ...labels, severity }, issues.filter(issue => issue.severity === severity).length];
        }),
      ),
    ),
    family(
      'findings',
      'Findings in all files.',
      SEVERITIES.map(severity => [{ severity }, findings[severity]]),
    ),
    family('conflicts', 'Names that several workspaces define.', [[{}, conflicts.total]]),
    family('conflicts_resolved', 'Of these, those that resolve without a person.', [[{}, conflicts.resolved]]),
    family('files_read', 'Files that hold or may hold something of a registry.', [[{}, files.read]]),
    '# EOF\n',
  ].join('');
}

const ISSUES = ['error', 'warning'] as const;

function perKind(kinds: Statistics['kinds'], figure: 'definitions' | 'loaded'): Sample[] {
  return kinds.map(each => [{ kind: each.kind }, each[figure]]);
}

function family(name: string, help: string, samples: readonly Sample[]): string {
  const full = `registry_intelligence_${name}`;
  const lines = samples.map(([labels, value]) => `${full}${labelsText(labels)} ${value}\n`);
  return `# TYPE ${full} gauge\n# HELP ${full} ${help}\n${lines.join('')}`;
}

/** Ids are anybody's text: what would end a value or a line is escaped, as is what nobody sees. */
function labelsText(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => {
    const text = escapeInvisible(value)
      .replaceAll('\\', '\\\\')
      .replaceAll('"', String.raw`\"`);
    return `${name}="${text.replaceAll('\n', String.raw`\n`)}"`;
  });
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}
