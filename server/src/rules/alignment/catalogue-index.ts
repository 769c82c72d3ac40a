import { memoizePerObject } from '../../base/memoize-per-object';
import { truncateName } from '../../base/message-text';
import { folderOf, joinPath } from '../../base/paths';
import { pluralize } from '../../base/terminal-columns';
import { type Fact, Part } from '../../model/fact';
import { at, type Report } from '../../model/finding';
import type { Lookup } from '../../model/lookup';
import {
  closest,
  isPipeline,
  isReference,
  mayBeAt,
  type PipelineFact,
  reportWithSuggestion,
} from '../../systems/steps/public';
import type { FactRule } from '../rule';

const INDEX = 'src/cursus/pipeline_catalog/shared_dags/catalog_index.json';
const SIMPLE = `
#- src/cursus/registry/step_names.py
STEP_NAMES = {"XGBoostTraining": {"config_class": "XGBoostTrainingConfig"}}
#- src/cursus/steps/configs/config_xgboost_training_step.py
class XGBoostTrainingConfig: ...
#- src/cursus/pipeline_catalog/shared_dags/xgboost/simple.dag.json
{"dag": {"nodes": ["XGBoostTraining"], "edges": []}}
`;

export const catalogueIndex: FactRule<PipelineFact> = {
  code: 'alignment/catalogue-index',
  severity: 'warning',
  summary:
    'The index of the pipeline catalogue names a file or a pipeline that is not there, or says something else of a DAG than its file.',
  why:
    'Pipelines are looked up by id in catalog_index.json, and their DAGs are loaded from the path that stands there: FileNotFoundError where ' +
    'there is no such file. Of two pipelines with one id, the first one is found. The number of nodes and edges is what a pipeline is chosen by, so ' +
    'that a count that is out of date misleads whoever asks; that is information. Where the whole folder of several files is gone, that is said once.',
  remedy: 'Correct the path, the id or the count, or take the pipeline out of the index.',
  bad: `${SIMPLE}#- ${INDEX}
{"dags": [
  {"id": "xgboost_simple", "path": "xgboost/simpel.dag.json", "node_count": 1, "edge_count": 0}
#                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ alignment/catalogue-index
]}
`,
  good: `${SIMPLE}#- ${INDEX}
{"dags": [
  {"id": "xgboost_simple", "path": "xgboost/simple.dag.json", "node_count": 1, "edge_count": 0}
]}
`,
  over: 'fact',
  kind: 'pipeline',
  wide: true,
  *check(pipeline, lookup) {
    const { name, file, mentions } = pipeline;
    if (file.incomplete || pipeline.partial === true) return;
    const { first, all } = pipelinesIn(lookup.contents(file).facts);
    const other = first.get(name);
    if (other !== undefined && other !== pipeline)
      yield {
        at: at(pipeline, Part.name),
        message: `Another pipeline of this index is called '${truncateName(name)}' as well: only the first one is found`,
        related: [{ at: at(other, Part.name), message: 'the first one' }],
      };
    const path = fileOfPipeline(pipeline);
    for (const [i, mention] of mentions.entries()) {
      const place = at(pipeline, Part.fieldValue(i));
      if (mention.of === 'pipeline' && !first.has(mention.text))
        yield reportWithSuggestion(
          place,
          `No pipeline of this index is called '${truncateName(mention.text)}'`,
          closest(mention.text, [...first.keys()]),
        );
      if (mention.of === 'file' && path !== undefined) yield* missingFile(pipeline, i, path, all, lookup);
      if ((mention.of === 'nodes' || mention.of === 'edges') && path !== undefined) {
        const count = sizeOf(path, mention.of, lookup);
        if (count !== undefined && count !== mention.count)
          yield {
            at: place,
            message: `The DAG of '${truncateName(name)}' has ${countInWords(mention.of, count)}`,
            severity: 'info',
          };
      }
    }
  },
};

/** The pipelines of an index, and the first of each id. */
const pipelinesIn = memoizePerObject((facts: readonly Fact[]) => {
  const all = facts.filter(isPipeline);
  const first = new Map<string, PipelineFact>();
  for (const pipeline of all) if (!first.has(pipeline.name)) first.set(pipeline.name, pipeline);
  return { all, first };
});

/** The path of the file of a pipeline; nothing where it leads out of the folder of the index. */
function fileOfPipeline({ file, mentions }: PipelineFact): string | undefined {
  const [text] = mentions.flatMap(mention => (mention.of === 'file' ? mention.text : []));
  if (text === undefined || !/^\w[^:\\]*$/.test(text) || /(?:^|\/)\.*(?:\/|$)/.test(text)) return undefined;
  return joinPath(folderOf(file.path), text);
}

function* missingFile(
  pipeline: PipelineFact,
  index: number,
  path: string,
  all: readonly PipelineFact[],
  lookup: Lookup,
): Iterable<Report> {
  if (mayBeAt(path, lookup)) return;
  const place = at(pipeline, Part.fieldValue(index));
  const folder = folderOf(path);
  if (folder === folderOf(pipeline.file.path) || lookup.hasFolder(folder)) {
    const written = path.slice(folderOf(pipeline.file.path).length + 1);
    const there = lookup.entries(folder).map(each => joinPath(folderOf(written), each));
    const meant = closest(
      written,
      there.filter(each => !each.endsWith('/')),
    );
    yield reportWithSuggestion(place, `There is no file '${truncateName(path)}'`, meant);
    return;
  }
  // One cause is said once: where the first file of the folder is named.
  const lost = all.filter(each => folderOf(fileOfPipeline(each) ?? '') === folder);
  if (lost[0] !== pipeline) return;
  const rest = lost.length === 1 ? '' : `, so the files of ${pluralize(lost.length, 'pipeline', 'pipelines')} are gone`;
  yield { at: place, message: `There is no folder '${truncateName(folder)}'${rest}` };
}

/** How many nodes or edges a DAG has by its file; nothing where that is not read, or may be damaged. */
function sizeOf(path: string, of: 'nodes' | 'edges', lookup: Lookup): number | undefined {
  const file = path.endsWith('.dag.json') ? lookup.file(path) : undefined;
  if (file === undefined || file.incomplete) return undefined;
  const named = file.facts
    .filter(isReference)
    .filter(({ api }) => api === (of === 'nodes' ? 'add_node' : 'add_edge')).length;
  // A text that is damaged, or that lists its nodes in another way, shows none.
  if (named === 0) return undefined;
  return of === 'nodes' ? named : named / 2;
}

function countInWords(of: 'nodes' | 'edges', count: number): string {
  return of === 'nodes' ? pluralize(count, 'node', 'nodes') : pluralize(count, 'edge', 'edges');
}
