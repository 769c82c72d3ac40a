import { isTestPath } from '../../../base/test-paths';
import { fileName } from '../../../base/paths';
import { FactParts } from '../../../model/fact-parts';
import type { YamlNode, YamlScalar } from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import type { PipelineFact, PipelineMention } from '../facts';
import { wholeRoot } from './dags';
import { child } from './interface';

/** Whether a file is the index of the pipeline catalogue, from which pipelines are looked up by id. */
export function isCatalogueIndex(path: string): boolean {
  return fileName(path) === 'catalog_index.json';
}

/**
 * Reads an index of either era as JSON, which is YAML as well: `dags` with the path and the size of each, or `nodes` by id, with a
 * source file and connections to others. The size is read of `dags` alone, since code makes the DAGs of the others.
 */
export function readCatalogueIndex(source: Source, out: FactWriter): void {
  const { file } = source;
  if (isTestPath(file.path)) return;
  const root = wholeRoot(source);
  const write = (
    name: unknown,
    node: YamlNode,
    id: YamlNode,
    said: readonly (readonly [Of, YamlNode | undefined])[],
  ) => {
    if (typeof name !== 'string') return;
    const parts = new FactParts(node.span, id.span);
    const mentions = said.flatMap(([of, value]): PipelineMention[] => {
      const mention = value?.type === 'scalar' ? mentionOf(of, value) : undefined;
      if (mention !== undefined && value !== undefined) parts.field(value.span);
      return mention === undefined ? [] : [mention];
    });
    const fact: PipelineFact = { kind: 'pipeline', name, file, mentions };
    out.fact(fact, parts);
  };
  const nodes = child(root, 'nodes');
  for (const { key, value } of nodes?.type === 'mapping' ? nodes.entries : [])
    if (value !== undefined)
      write(key.value, value, key, [
        ['file', child(value, 'source_file')],
        ...connectionsOf(child(value, 'connections')),
      ]);
  for (const node of itemsOf(child(root, 'dags'))) {
    const id = child(node, 'id');
    if (id?.type !== 'scalar') continue;
    const sizes = [['nodes', child(node, 'node_count')] as const, ['edges', child(node, 'edge_count')] as const];
    write(id.value, node, id, [['file', child(node, 'path')], ...sizes]);
  }
}

type Of = PipelineMention['of'];

function mentionOf(of: Of, { value }: YamlScalar): PipelineMention | undefined {
  if (of === 'file' || of === 'pipeline')
    return typeof value === 'string' && value !== '' ? { of, text: value } : undefined;
  return typeof value === 'number' ? { of, count: value } : undefined;
}

/** The ids in `{"alternatives": [{"id": …}], …}`. */
function connectionsOf(connections: YamlNode | undefined): (readonly ['pipeline', YamlNode | undefined])[] {
  if (connections?.type !== 'mapping') return [];
  return connections.entries.flatMap(({ value }) =>
    itemsOf(value).map(each => ['pipeline', child(each, 'id')] as const),
  );
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.type === 'sequence' ? node.items : [];
}
