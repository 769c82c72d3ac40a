import { compareStrings } from '../../../base/collections';
import { pluralize } from '../../../base/terminal-columns';
import type { Lookup } from '../../../model/lookup';
import type { Listing, ListItem } from '../../system';
import { namespaceOf } from '../define/configuration';
import { stringsOf } from '../../../model/value';
import { mergedFields } from '../resolve/companion-merge';
import type { Module } from '../resolve/module';
import { classPlaces } from '../resolve/class-places';
import { dependenciesOf } from '../facts';
import { discoveryRuns, reasonOf, type DiscoveredModule, type DiscoveryRun } from '../resolve/discovery';
import { effectiveVersion } from '../resolve/effective-version';

/** Every module that the scan meets, in each discovery; by id, then path. */
export function list(lookup: Lookup): readonly ListItem[] {
  return discoveryRuns(lookup)
    .flatMap(run => run.modules.map(each => listItem(each, run, lookup)))
    .sort((a, b) => compareStrings(a.name, b.name) || compareStrings(a.place.fact.file.path, b.place.fact.file.path));
}

function listItem(each: DiscoveredModule, { discovery }: DiscoveryRun, lookup: Lookup): ListItem {
  const { module, outcome, lost, order } = each;
  const { id, companion, placed } = module;
  const reason = reasonOf(each);
  return {
    kind: 'module',
    name: id,
    scope: 'module',
    workspace: undefined,
    container: placed.root.path === '' ? '.' : placed.root.path,
    place: classPlaces(module)[0],
    fields: {
      outcome,
      order: order ?? null,
      namespace: discovery.isMulti ? namespaceOf(placed.root) : null,
      version: effectiveVersion(module, lookup) ?? null,
      dependencies: dependenciesOf(companion, lookup)
        .map(({ name }) => name)
        .filter(name => name !== ''),
    },
    tags: tagsOf(module, lookup),
    loaded: outcome === 'cannot tell' ? null : outcome === 'registered',
    ...(reason === undefined ? {} : { reason }),
    ...(lost?.at === undefined ? {} : { reasonAt: lost.at }),
  };
}

/** The tags that a module is found by: those of its class and of its companion together, as far as their texts tell. */
function tagsOf(module: Module, lookup: Lookup): string[] {
  const field = mergedFields(module, lookup).find(({ name }) => name === 'tags');
  return [field?.value, field?.other?.value].flatMap(value => stringsOf(value));
}

/** In text, modules stand in the order of registration where there is one. */
export const listing: Listing = {
  json({ name, place, fields, reason }) {
    const { outcome, order, namespace, version, dependencies } = fields;
    return {
      id: name,
      path: place.fact.file.path,
      outcome,
      ...(reason === undefined ? {} : { reason }),
      order,
      namespace,
      version,
      dependencies,
    };
  },
  table(items) {
    const orderOf = ({ fields }: ListItem): number => (fields['order'] as number | null) ?? Number.MAX_SAFE_INTEGER;
    const rows = [...items]
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map(item => {
        const { name, fields, reason } = item;
        const order = typeof fields['order'] === 'number' ? String(fields['order']) : '';
        const version = typeof fields['version'] === 'string' ? fields['version'] : '';
        const { outcome } = fields;
        const note =
          outcome === 'skipped' ? `skipped: ${reason ?? ''}` : outcome === 'cannot tell' ? (reason ?? '') : '';
        return { item, cells: [order, name, version], hasPath: true as const, note };
      });
    const registered = items.filter(({ loaded }) => loaded).length;
    const unsure = items.filter(item => item.fields['outcome'] === 'cannot tell').length;
    const open = unsure === 0 ? '' : `, ${unsure} of which cannot be told`;
    return { rows, total: `${pluralize(items.length, 'module', 'modules')}, ${registered} registered${open}` };
  },
};
