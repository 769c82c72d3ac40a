import fc from 'fast-check';

/** Names drawn from small pools, so that registries, folders, metadata and trees meet: drift, duplicates and typos all happen. */
const NAMES = ['stamper', 'logger', '__proto__', 'template_node'];
const VERSIONS = ['1.0.0', 'v1_0_0', '2.0.0', '1.0'];
const FOLDERS = ['v1_0_0', 'v2_0_0'];
const REGISTRIES = ['src/onex/registry/registry.yaml', 'src/onex/registry/nodes.yaml', 'plugin/plugin/registry.yaml'];
const TREES = ['.onextree', 'src/.onextree', 'src/onex/.onextree'];

/** Registries, metadata files, markers, trees and what they name, by path; every path is from a fixed list. */
export const anyArtifactFile: fc.Arbitrary<readonly [path: string, text: string]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...REGISTRIES), registry()) },
  { weight: 4, arbitrary: fc.tuple(inVersion('node.onex.yaml', 'node.yaml'), metadata()) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...TREES), tree()) },
  { weight: 2, arbitrary: fc.tuple(inVersion('.wip', 'node.py', 'notes.md'), fc.constant('')) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('.onexignore', 'src/onex/.onexignore'), ignore()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('plugin/pyproject.toml'), plugin()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('src/onex/cli.py'), adapter()) },
);

function inVersion(...files: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...FOLDERS), fc.constantFrom(...files))
    .map(([name, version, file]) => `src/onex/nodes/${name}/${version}/${file}`);
}

function registry(): fc.Arbitrary<string> {
  const version = fc.tuple(
    fc.constantFrom(...VERSIONS),
    inVersion(''),
    fc.constantFrom('node.onex.yaml', 'node.yaml'),
    fc.constantFrom('active', 'deprecated', undefined),
  );
  const item = fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom('', 'dev'), fc.array(version, { maxLength: 2 }))
    .map(([name, namespace, versions]) => ({
      name,
      ...(namespace === '' ? {} : { namespace }),
      versions: versions.map(([version, path, metadata_file, status]) => ({
        version,
        path: path.slice(0, -1),
        metadata_file,
        status,
      })),
    }));
  const whole = fc.record(
    {
      artifact_summary: fc.record({ nodes: fc.nat(3) }),
      nodes: fc.array(item, { maxLength: 3 }),
      runtimes: fc.array(item, { maxLength: 1 }),
      precedence: fc.nat(2),
    },
    { requiredKeys: ['nodes'] },
  );
  return fc.oneof(
    { weight: 9, arbitrary: whole.map(content => JSON.stringify(content, undefined, 1)) },
    { weight: 1, arbitrary: fc.constantFrom('', '- a\n', 'storage: {}\n') },
  );
}

function metadata(): fc.Arbitrary<string> {
  const fields = fc.record(
    {
      schema_version: fc.constant('0.1.0'),
      name: fc.constantFrom(...NAMES),
      version: fc.constantFrom(...VERSIONS),
      uuid: fc.constantFrom('u1', 'u2', 'TEMPLATE-UUID'),
      full_id: fc.constantFrom('stampers.meta@1.0.0', 'loggers.meta'),
      entrypoint: fc.constantFrom('node.py', 'nowhere.py', 'default'),
      cli_adapter: fc.constantFrom({ module: 'onex.cli', class: 'Cli' }, { module: 'onex.cli', class: 'Other' }),
      dependencies: fc.constantFrom([{ name: 'stamper', version: '>=2.0.0' }], []),
      compatibility: fc.constantFrom({ supported_node_versions: '^2.0.0' }, { required_runtime: '<1' }),
      deprecated: fc.boolean(),
    },
    { requiredKeys: ['name'] },
  );
  return fc.oneof(
    { weight: 9, arbitrary: fields.map(content => JSON.stringify(content)) },
    { weight: 1, arbitrary: fc.constantFrom('', '- a\n') },
  );
}

/** A tree as tools write it, or, with a comment in it, one that is read as any YAML. */
function tree(): fc.Arbitrary<string> {
  const version = fc.record({ name: fc.constantFrom(...FOLDERS), files: fc.subarray(['node.onex.yaml', 'node.py']) });
  const node = fc.record({ name: fc.constantFrom(...NAMES), versions: fc.array(version, { maxLength: 2 }) });
  return fc
    .tuple(
      fc.constantFrom('onex', '..', 'none'),
      fc.array(node, { maxLength: 3 }),
      fc.constantFrom('', '# by hand\n'),
      fc.boolean(),
    )
    .map(([root, nodes, comment, isAbove]) => {
      const inner = directory(
        'nodes',
        nodes.map(({ name, versions }) =>
          directory(
            name,
            versions.map(each =>
              directory(
                each.name,
                each.files.map(file => ({ name: file, type: 'file' })),
              ),
            ),
          ),
        ),
      );
      return comment + written(directory(root, isAbove ? [directory('onex', [inner])] : [inner]), '');
    });
}

interface Node {
  readonly name: string;
  readonly type: string;
  readonly children?: readonly Node[];
}

function directory(name: string, children: readonly Node[]): Node {
  return { name, type: 'directory', children };
}

function written({ name, type, children }: Node, indent: string): string {
  const head = `name: ${name}\n${indent}type: ${type}\n`;
  if (children === undefined) return head;
  if (children.length === 0) return `${head}${indent}children: []\n`;
  const items = children.map(child => `${indent}- ${written(child, `${indent}  `)}`);
  return `${head}${indent}children:\n${items.join('')}`;
}

function ignore(): fc.Arbitrary<string> {
  return fc.constantFrom('all:\n  patterns: ["*.md"]\n', 'tree:\n  patterns: [logger/]\n', '');
}

function plugin(): fc.Arbitrary<string> {
  return fc.constantFrom('[project.entry-points.node_registry]\nextra = "plugin:R"\n', '[project]\n', '');
}

function adapter(): fc.Arbitrary<string> {
  return fc.constantFrom('class Cli:\n    pass\n', 'from onex.other import Cli\n', '');
}
