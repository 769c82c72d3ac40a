import type { Dashboard, DashboardRoot, FindingCounts, Latency } from '../../server/src/protocol';
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

function tiles({ findings, registries, conflicts }: DashboardRoot, texts: Texts): Node {
  const tile = (key: string, count: number): Node =>
    make(
      'li',
      { class: count === 0 ? 'tile' : `tile ${key}` },
      make('strong', {}, String(count)),
      ' ',
      texts[key] ?? '',
    );
  const definitions = registries.reduce((sum, each) => sum + each.definitions, 0);
  return make(
    'ul',
    { class: 'tiles', 'aria-label': texts['overview'] ?? '' },
    tile('error', findings.error),
    tile('warning', findings.warning),
    tile('info', findings.info + findings.hint),
    tile('conflicts', conflicts.length),
    tile('registries', registries.length),
    tile('definitions', definitions),
  );
}

function registries(root: DashboardRoot, texts: Texts): Node {
  const most = Math.max(1, ...root.registries.map(({ definitions }) => definitions));
  const rows = root.registries.map(each => {
    const name = each.workspace === '' ? (texts['core'] ?? '') : each.workspace;
    return make(
      'tr',
      {},
      make('th', { scope: 'row' }, placeLink(name, fill(texts['openOf'], name), each.at)),
      numberCell(each.definitions, bar(each.definitions, most)),
      numberCell(each.overrides),
      numberCell(each.conflicts),
      numberCell(each.lost),
      ...counts(each.findings),
    );
  });
  const columns = ['registry', 'definitions', 'overrides', 'conflicts', 'lost', 'error', 'warning', 'info'];
  return table(texts['registries'], columns, rows, texts);
}

function counts({ error, warning, info, hint }: FindingCounts): Node[] {
  const cell = (count: number, kind: string): Node =>
    make('td', count === 0 ? {} : { class: kind }, count === 0 ? '–' : String(count));
  return [cell(error, 'error'), cell(warning, 'warning'), cell(info + hint, 'info')];
}

function numberCell(count: number, ...beside: Node[]): Node {
  return make('td', {}, count === 0 ? '–' : String(count), ...beside);
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

function rules({ rules: all }: DashboardRoot, texts: Texts): Node {
  const rows = all.map(({ code, severity, count, at }) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, placeLink(code, fill(texts['firstOf'], code), at)),
      make('td', { class: `text ${severity}` }, texts[severity] ?? severity),
      make('td', {}, String(count)),
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
