import { isTestPath } from '../../../base/test-paths';
import type { Span } from '../../../base/text';
import { FactParts } from '../../../model/fact-parts';
import type { YamlNode } from '../../../syntax/yaml/tree';
import type { FactWriter, Source } from '../../system';
import type { ReferenceFact } from '../facts';
import { child } from './interface';

/** Whether a file is a DAG of the pipeline catalogue, written as JSON. */
export function isDagFile(path: string): boolean {
  return path.endsWith('.dag.json');
}

/** Reads the nodes and edges of a DAG that is written as JSON, which is YAML as well, as those that calls of `PipelineDAG` name. */
export function readDagFile(source: Source, out: FactWriter): void {
  const { file } = source;
  if (isTestPath(file.path)) return;
  const dag = child(wholeRoot(source), 'dag');
  for (const [list, api] of [
    ['nodes', 'add_node'],
    ['edges', 'add_edge'],
  ] as const)
    for (const { value, span } of scalarsOf(child(dag, list)))
      if (typeof value === 'string') {
        const fact: ReferenceFact = { kind: 'reference', name: value, file, to: 'node', api };
        out.fact(fact, new FactParts(span));
      }
}

/** The root of a text that is whole: of a damaged one, nothing loads, and what it names or counts may be half typed. */
export function wholeRoot(source: Source): YamlNode | undefined {
  const { root, problems } = source.yaml();
  return problems.some(({ kind }) => kind !== 'duplicate-key' && kind !== 'refused') ? undefined : root;
}

/** The scalars of a list, and of the lists in it. */
function scalarsOf(node: YamlNode | undefined): { readonly value: unknown; readonly span: Span }[] {
  if (node?.type === 'sequence') return node.items.flatMap(scalarsOf);
  return node?.type === 'scalar' ? [node] : [];
}
