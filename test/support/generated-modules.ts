import fc from 'fast-check';
import { moduleText, scriptText } from '../systems/modules/module-text';

/** Names drawn from small pools, so that modules depend on each other, in circles too, and on what is not there. */
const NAMES = ['a', 'b', 'c', 'pack/a', 'pack/d', 'system/x', 'Mixed', 'pack.a'];
const IDS = ['a', 'b', 'c', 'pack.a', 'pack.d', 'system.x', 'Mixed', 'nope', 'shop.a', 'extensions.a', '__proto__'];
const VERSIONS = ['1.0.0', '2.1.0', '1.2.3-beta', ''];
const CONSTRAINTS = ['">=1"', '^2', '"latest"', '1.5', '"<2.0.0,>=1"'];

/** Module files, companions, ID maps and configurations of a small repository, by path. */
export const anyModuleFile: fc.Arbitrary<readonly [path: string, text: string]> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(at('.py'), python()) },
  {
    weight: 2,
    arbitrary: fc.tuple(at('.ts'), fc.constantFrom(scriptText(), 'export {};\n', scriptText('export const a ='))),
  },
  { weight: 6, arbitrary: fc.tuple(at('_meta.yaml'), companion()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('id_map.yaml'), idMap()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('apcore.yaml'), configuration()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('lib/base.py'), fc.constantFrom('', moduleText({ name: 'Base' }))) },
);

function at(ending: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('extensions', 'extensions', 'plugins'), fc.constantFrom(...NAMES))
    .map(([root, name]) => `${root}/${name}${ending}`);
}

function python(): fc.Arbitrary<string> {
  return fc.constantFrom(
    moduleText(),
    moduleText({ version: '2.0.0' }),
    moduleText({ description: '' }),
    moduleText({ more: '\nclass Other(Module):\n    pass\n' }),
    'from lib.base import Base\n\nclass Send(Base):\n    pass\n',
    'def helper():\n    return 1\n',
    'class Broken(\n',
  );
}

function companion(): fc.Arbitrary<string> {
  const dependency = fc
    .record(
      { module_id: fc.constantFrom(...IDS), version: fc.constantFrom(...CONSTRAINTS), optional: fc.boolean() },
      { requiredKeys: ['module_id'] },
    )
    .map(fields =>
      Object.entries(fields)
        .map(([key, value], i) => `${i === 0 ? '  - ' : '    '}${key}: ${String(value)}\n`)
        .join(''),
    );
  const written = fc
    .array(dependency, { maxLength: 3 })
    .map(items => (items.length === 0 ? '' : `dependencies:\n${items.join('')}`));
  return fc
    .tuple(
      fc.oneof(
        { weight: 8, arbitrary: written },
        { weight: 1, arbitrary: fc.constantFrom('dependencies: [a]\n', '- a\n', 'a: "\n') },
      ),
      fc.constantFrom(...VERSIONS),
      fc.constantFrom(
        '',
        'entry_point: x:Module\n',
        'entry_point: x:Nope\n',
        'annotations: {readonly: true, destructive: true}\n',
      ),
      fc.constantFrom('', '# comment\n', 'metadata: {x-deprecation: {migration_guide: b}}\n'),
    )
    .map(([head, version, entry, tail]) =>
      head.startsWith('- ') ? head : `${head}${version === '' ? '' : `version: "${version}"\n`}${entry}${tail}`,
    );
}

function idMap(): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...IDS)), { maxLength: 3 })
    .map(items => `mappings:\n${items.map(([file, id]) => `  - {file: ${file}.py, id: ${id}}\n`).join('')}`);
}

function configuration(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '',
    'extensions:\n  root: ./plugins\n',
    'extensions:\n  roots: [./extensions, {root: ./plugins, namespace: shop}]\n',
    'extensions:\n  roots: [{root: ./extensions, namespace: n}, {root: ./plugins, namespace: n}]\n',
    'extensions:\n  root: ./extensions\n  max_depth: 1\nid_map:\n  overrides: ./id_map.yaml\n',
  );
}
