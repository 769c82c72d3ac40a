import { metadataText, registryText, folderOf as versionFolder, type Version } from '../systems/artifacts/repository';
import { moduleText } from '../systems/modules/module-text';

/** What surrounds the step registries of a synthetic repository. */

const FOLDERS = ['scripts', 'contracts', 'specs', 'utils', 'data', 'reports', 'test'];
const TOPICS = ['partitions', 'windows', 'features', 'labels', 'prices', 'accounts', 'sessions'];

/** Python modules of a team that say nothing about registries; one in twenty names one in passing. */
export function* plainModules(folder: string, count: number, seed: number): Iterable<[string, string]> {
  for (let i = 0; i < count; i++) {
    const topic = TOPICS[(seed + i) % TOPICS.length]!;
    yield [`${folder}/${FOLDERS[i % FOLDERS.length]!}/${topic}_${i}.py`, plainModule(topic, i)];
  }
}

function plainModule(topic: string, i: number): string {
  const functions = Array.from(
    { length: 2 },
    (_, k) => `
def load_${topic}_${k}(path: str, *, limit: int = ${100 + i}) -> "pd.DataFrame":
    """Reads the ${topic} below a folder, newest first."""
    frames = []
    for file in sorted(glob(f"{path}/*.parquet"), reverse=True)[:limit]:
        frame = pd.read_parquet(file)
        if frame.empty:
            logger.warning("no ${topic} in %s", file)
            continue
        frames.append(frame[frame["kind_${k}"] != "void"].reset_index(drop=True))
    return pd.concat(frames) if frames else pd.DataFrame()
`,
  ).join('\n');
  const inPassing = i % 20 === 3 ? 'from cursus.registry.step_names import STEP_NAMES\n' : '';
  return `"""Helpers for ${topic}."""\n\nimport logging\nfrom glob import glob\n\nimport pandas as pd\n${inPassing}\nlogger = logging.getLogger(__name__)\n\n${functions}`;
}

/** Plug-in modules in packs of twenty, each with a companion and up to three dependencies; one in a hundred needs what is not there. */
export function* modules(count: number): Iterable<[string, string]> {
  for (let i = 0; i < count; i++) {
    const file = `extensions/${moduleId(i).replace('.', '/')}`;
    const needed = [i - 1, i - 7, i - 20].filter(each => each >= 0).map(moduleId);
    const dependencies = needed.map(id => `  - module_id: ${id}\n    version: ">=1.0.0,<2"\n`);
    if (i % 100 === 99) dependencies.push('  - module_id: nobody.knows\n    optional: true\n');
    yield [`${file}.py`, moduleText({ name: `Part${i}`, version: '1.2.0' })];
    yield [
      `${file}_meta.yaml`,
      `tags: [pack${i % 7}, nightly]\n${dependencies.length === 0 ? '' : `dependencies:\n${dependencies.join('')}`}`,
    ];
  }
}

function moduleId(i: number): string {
  return `pack${Math.floor(i / 20)}.part${i}`;
}

/** A registry of nodes with two versions each, whose metadata is on disk; one version in a hundred has none. */
export function* artifacts(count: number): Iterable<[string, string]> {
  const versions = Array.from({ length: count }, (_, i): Version => {
    const name = `node_${i >> 1}`;
    const version = `1.${i & 1}.0`;
    return { name, version, path: `agents/nodes/${name}/v1_${i & 1}_0` };
  });
  yield ['agents/registry/registry.yaml', registryText(versions)];
  for (const [i, version] of versions.entries()) {
    const folder = versionFolder(version);
    yield [`${folder}/node.py`, 'def main():\n    ...\n'];
    if (i % 100 !== 57)
      yield [`${folder}/node.onex.yaml`, metadataText({ ...version, metadata: METADATA + uuid(i >> 1) })];
  }
}

function uuid(node: number): string {
  return `uuid: 30b3ac80-93b3-4804-86dd-${String(node).padStart(12, '0')}\n`;
}

const METADATA = `author: Grace
created_at: "2025-05-27T00:00:00Z"
last_modified_at: "2025-06-02T00:00:00Z"
description: A node of the nightly run.
state_contract: state_contract://default
lifecycle: active
hash: 6b2dc7d6b0682f754e4fcfff38cbc8f79265610d04a902ca182103bb15246c88
meta_type: tool
git_commit: 5e40c8220401f8df1ef6a24d20a3c392f476bb52
namespace: onex.nodes
entrypoint:
  type: python
  target: node.py
`;
