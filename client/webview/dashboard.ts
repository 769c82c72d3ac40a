import type {
  Dashboard,
  DashboardFigure,
  DashboardFigures,
  DashboardRoot,
  FindingCounts,
  Latency,
} from '../../server/src/protocol';
import { byId, fill, link, listen, make, placeLink, vscode } from './page';

type Texts = Readonly<Record<string, string>>;

listen<Dashboard>(({ data, texts }) => {
  const sections = data.roots.flatMap(root => rootSection(root, texts, data.roots.length > 1));
  byId('content').replaceChildren(...sections, ...speed(data.latencies, texts));
  byId('empty').hidden = sections.length > 0;
});

function rootSection(root: DashboardRoot, texts: Texts, isOneOfMany: boolean): Node[] {
  return [
    ...(isOneOfMany ? [make('h1', {}, root.label)] : []),
    tiles(root, texts),
    registries(root, texts),
    ...(root.conflicts.length === 0 ? [] : [conflicts(root, texts)]),
    ...(root.rules.length === 0 ? [] : [rules(root, texts)]),
  ];
}

function tiles(root: DashboardRoot, texts: Texts): Node {
  const { findings, figures } = root;
  const tile = (what: keyof FindingCounts | keyof DashboardFigures, count: number): Node =>
    make(
      'li',
      { class: count === 0 ? 'tile' : `tile ${what}` },
      make('strong', {}, figureOf(count, { what }, texts[what] ?? '', root)),
      ' ',
      texts[what] ?? '',
    );
  return make(
    'ul',
    { class: 'tiles', 'aria-label': texts['overview'] ?? '' },
    ...SEVERITIES.map(severity => tile(severity, findings[severity])),
    ...FIGURES.map(what => tile(what, figures[what])),
  );
}

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;
const FIGURES = ['conflicts', 'registries', 'workspaces', 'names', 'definitions'] as const;
const OF_REGISTRY = ['overrides', 'lost', 'undecided', 'conflicts'] as const;

/** A number that opens a list of what it counts; nothing is to be listed of none. */
function figureOf(count: number, figure: DashboardFigure, title: string, { uri }: DashboardRoot): Node | string {
  if (count === 0) return '0';
  return link(String(count), `${title}: ${count}`, () =>
    vscode.postMessage({ kind: 'count', uri, figure, title: `${title}: ${count}` }),
  );
}

function registries(root: DashboardRoot, texts: Texts): Node {
  const most = Math.max(1, ...root.registries.map(({ definitions }) => definitions));
  const rows = root.registries.map(each => {
    const { kind, owner } = each;
    const name = owner === '' ? `${texts['core'] ?? ''} (${kind})` : owner;
    const cell = cells(root, { kind, owner }, name, texts);
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, placeLink(name, fill(texts['openOf'], name), each.at)),
      cell('definitions', each.definitions, bar(each.definitions, most)),
      ...OF_REGISTRY.map(what => cell(what, each[what])),
      ...SEVERITIES.map(severity => cell(severity, each.findings[severity])),
    );
  });
  const columns = ['registry', 'definitions', ...OF_REGISTRY, ...SEVERITIES];
  return table(texts['registries'], columns, [...rows, ...elsewhereRow(root, texts)], texts);
}

/** What is found in files of no registry, so that the columns add up to the figures at the top. */
function elsewhereRow(root: DashboardRoot, texts: Texts): Node[] {
  if (SEVERITIES.every(severity => root.elsewhere[severity] === 0)) return [];
  const name = texts['elsewhere'] ?? '';
  const cell = cells(root, null, name, texts);
  const none = ['', ...OF_REGISTRY].map(() => make('td', {}));
  const counts = SEVERITIES.map(severity => cell(severity, root.elsewhere[severity]));
  return [make('tr', {}, make('th', { scope: 'row' }, name), ...none, ...counts)];
}

type Cell = (what: DashboardFigure['what'], count: number, ...beside: Node[]) => Node;

function cells(
  root: DashboardRoot,
  registry: NonNullable<DashboardFigure['registry']> | null,
  name: string,
  texts: Texts,
): Cell {
  return (what, count, ...beside) => {
    const title = `${name}, ${texts[what] ?? ''}`;
    const shown = count === 0 ? '–' : figureOf(count, { what, registry }, title, root);
    return make('td', count === 0 ? {} : { class: what }, shown, ...beside);
  };
}

/** A picture of a number that stands beside it. */
function bar(count: number, most: number): Node {
  return make('meter', { 'aria-hidden': 'true', min: '0', max: String(most), value: String(count) });
}

function conflicts({ conflicts: all }: DashboardRoot, texts: Texts): Node {
  const rows = all.map(({ name, definitions, explain }) => {
    const owners = definitions.flatMap(({ workspace, at }, i) => {
      const owner = workspace === '' ? (texts['core'] ?? '') : workspace;
      return [...(i === 0 ? [] : [', ']), placeLink(owner, fill(texts['definitionOf'], name, owner), at)];
    });
    const ask = link(name, fill(texts['explainOf'], name), () =>
      vscode.postMessage({ kind: 'explain', name, uri: explain.uri ?? '' }),
    );
    return make('tr', {}, make('th', { scope: 'row' }, ask), make('td', { class: 'text' }, ...owners));
  });
  return table(texts['conflicts'], ['name', 'definedBy'], rows, texts);
}

function rules(root: DashboardRoot, texts: Texts): Node {
  const rows = root.rules.map(({ code, severity, count }) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, code),
      make('td', { class: `text ${severity}` }, texts[severity] ?? severity),
      make('td', {}, figureOf(count, { what: 'findings', rule: code }, code, root)),
    ),
  );
  return table(texts['rules'], ['rule', 'severity', 'count'], rows, texts);
}

function speed(latencies: readonly Latency[], texts: Texts): Node[] {
  if (latencies.length === 0) return [];
  const rows = latencies.map(({ what, count, p50, p95 }) => {
    const numbers = [String(count), `${p50.toFixed(1)} ms`, `${p95.toFixed(1)} ms`];
    return make('tr', {}, make('th', { scope: 'row' }, what), ...numbers.map(each => make('td', {}, each)));
  });
  return [table(texts['speed'], ['question', 'asked', 'p50', 'p95'], rows, texts)];
}

function table(title: string | undefined, columns: readonly string[], rows: Node[], texts: Texts): Node {
  const head = columns.map(column => make('th', { scope: 'col' }, texts[column] ?? ''));
  return make(
    'section',
    {},
    make('h2', {}, title ?? ''),
    make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...rows)),
  );
}
