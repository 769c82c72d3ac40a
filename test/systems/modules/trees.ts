import { moduleText, needs, scriptText } from './module-text';

/** A small repository, and what discovery makes of it. */
export interface Tree {
  /** The behaviour, with its place in the formats. */
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  /** The code of the error that ends the whole discovery; `one of several` where the order of the disk decides. */
  readonly aborted?: string;
  /** What becomes of each module: its place in the order of registration, or the stage that loses it. */
  readonly modules: Readonly<Record<string, number | string>>;
  /** `path:line code`, but for hints. */
  readonly findings: readonly string[];
}

const M = moduleText();
const T = scriptText();
const E = 'extensions';
const INHERITING = 'from extensions.base import Base\n\nclass Send(Base):\n    description = "Sends"\n';

const SCRIPT_CLASS = `import { Type } from '@sinclair/typebox';

abstract class Base {
  readonly inputSchema = Type.Object({});
  outputSchema = Type.Object({});
}

class Send extends Base {
  description = \`Sends\`;
  execute = async () => ({});
}

export default new Send();
`;

export const TREES: readonly Tree[] = [
  {
    name: '2.2 files become ids by their path, __init__ and hidden names are passed over',
    files: {
      [`${E}/a/b.py`]: M,
      [`${E}/__init__.py`]: '',
      [`${E}/_draft.py`]: M,
      [`${E}/.cache/x.py`]: M,
      [`${E}/_old/y.py`]: M,
    },
    modules: { 'a.b': 1 },
    findings: [],
  },
  {
    name: '2.2 a directory deeper than max_depth is passed over',
    files: { [`${E}/1/2/3/4/5/6/7/in.py`]: M, [`${E}/1/2/3/4/5/6/7/8/out.py`]: M },
    modules: { '1.2.3.4.5.6.7.in': 1 },
    findings: [`${E}/1/2/3/4/5/6/7/in.py:1 module/invalid-id`, `${E}/1/2/3/4/5/6/7/8/out.py:1 module/scan`],
  },
  {
    name: '2.7 which of two errors in one root ends discovery, the order of the disk decides',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/a_meta.yaml`]: needs('gone'),
      [`${E}/b.py`]: M,
      [`${E}/b_meta.yaml`]: 'dependencies:\n  - {module_id: a, version: ">=9"}\n',
    },
    aborted: 'one of several',
    modules: { a: 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/a_meta.yaml:2 module/missing-dependency`, `${E}/b_meta.yaml:2 module/version-mismatch`],
  },
  {
    name: '2.4 where the disk decides which of two files has an id, it decides whose dependencies count',
    files: {
      'apcore.yaml': 'extensions: {root: ./extensions}\nid_map: {overrides: ./id_map.yaml}\n',
      'id_map.yaml': 'mappings:\n  - {file: a.py, id: one}\n  - {file: b.py, id: one}\n',
      [`${E}/a.py`]: moduleText({ description: '' }),
      [`${E}/b.py`]: M,
      [`${E}/b_meta.yaml`]: needs('gone'),
    },
    aborted: 'DEPENDENCY_NOT_FOUND',
    modules: { one: 'dependency resolution' },
    findings: [
      `${E}/a.py:6 module/invalid`,
      `${E}/b.py:1 module/duplicate-id`,
      `${E}/b_meta.yaml:2 module/missing-dependency`,
      'id_map.yaml:2 module/id-map',
      'id_map.yaml:3 module/id-map',
    ],
  },
  {
    name: '2.2 max_depth can be set',
    files: { 'apcore.yaml': 'extensions:\n  root: ./ext\n  max_depth: 1\n', 'ext/a.py': M, 'ext/b/c.py': M },
    modules: { a: 1 },
    findings: ['ext/b/c.py:1 module/scan'],
  },
  {
    name: '2.2 a duplicate id: one is kept',
    files: { [`${E}/a/b.py`]: M, [`${E}/a.b.py`]: M },
    modules: { 'a.b': 1 },
    findings: [`${E}/a/b.py:1 module/duplicate-id`],
  },
  {
    name: '2.2 ids that differ in case are both registered',
    files: { [`${E}/Mail.py`]: M, [`${E}/mail.py`]: M },
    modules: { Mail: 1, mail: 2 },
    findings: [`${E}/Mail.py:1 module/invalid-id`, `${E}/mail.py:1 module/case-collision`],
  },
  {
    name: '2.2 an orphaned companion is never read',
    files: { [`${E}/mail.py`]: M, [`${E}/mails_meta.yaml`]: 'version: "2.0.0"\n' },
    modules: { mail: 1 },
    findings: [`${E}/mails_meta.yaml:1 module/orphan-metadata`],
  },
  {
    name: '2.2 several roots put their namespace first',
    files: {
      'apcore.yaml': 'extensions:\n  roots: [./shop, {root: ./bank, namespace: money}]\n',
      'shop/a.py': M,
      'bank/a.py': M,
    },
    modules: { 'money.a': 1, 'shop.a': 2 },
    findings: [],
  },
  {
    name: '2.2 one root with a namespace has it, too',
    files: { 'apcore.yaml': 'extensions:\n  roots: [{root: ./ext, namespace: ours}]\n', 'ext/a.py': M },
    modules: { 'ours.a': 1 },
    findings: [],
  },
  {
    name: '2.2 two roots of one namespace abort',
    files: { 'apcore.yaml': 'extensions:\n  roots: [./x/ext, ./y/ext]\n', 'x/ext/a.py': M, 'y/ext/b.py': M },
    aborted: 'CONFIG_INVALID',
    modules: { 'ext.a': 'scan', 'ext.b': 'scan' },
    findings: ['apcore.yaml:2 module/duplicate-namespace'],
  },
  {
    name: '2.2 a root that is not there',
    files: { 'apcore.yaml': 'extensions:\n  root: ./plugins\n', 'a.py': M },
    aborted: 'CONFIG_NOT_FOUND',
    modules: {},
    findings: ['apcore.yaml:2 module/configuration'],
  },
  {
    name: '2.2 an extensions folder of somebody else is none',
    files: {
      [`${E}/gallery.py`]: 'def setup(app):\n    app.connect("build", execute)\n',
      [`${E}/photo_meta.yaml`]: 'name: Sunset\n',
    },
    modules: {},
    findings: [],
  },
  {
    name: '2.2 the project file says where the roots are',
    files: { 'registry-intelligence.yaml': 'extensions: [plugins]\n', 'plugins/a.py': M, [`${E}/b.py`]: M },
    modules: { a: 1 },
    findings: [],
  },
  {
    name: '2.3 discovery of Python files lets ids through that register() refuses',
    files: { [`${E}/Foo-Bar.py`]: M },
    modules: { 'Foo-Bar': 1 },
    findings: [`${E}/Foo-Bar.py:1 module/invalid-id`],
  },
  {
    name: '2.3 an id of more than 192 characters',
    files: { [`${E}/${'a'.repeat(193)}.py`]: M },
    modules: { ['a'.repeat(193)]: 1 },
    findings: [`${E}/${'a'.repeat(193)}.py:1 module/invalid-id`],
  },
  {
    name: '2.3 a reserved first segment is skipped after the sort, so that dependants still load',
    files: { [`${E}/system/clock.py`]: M, [`${E}/app.py`]: M, [`${E}/app_meta.yaml`]: needs('system.clock') },
    modules: { app: 1, 'system.clock': 'registration' },
    findings: [`${E}/system/clock.py:1 module/invalid-id`],
  },
  {
    name: '2.3 a reserved word is free in other places',
    files: { [`${E}/app/system.py`]: M, [`${E}/systems.py`]: M },
    modules: { 'app.system': 1, systems: 2 },
    findings: [],
  },
  {
    name: '2.4 the ID map replaces ids, namespaces included',
    files: {
      'apcore.yaml': 'extensions:\n  roots: [./x, ./y]\nid_map:\n  overrides: ./id_map.yaml\n',
      'id_map.yaml': 'mappings:\n  - file: a.py\n    id: shop.a\n',
      'x/a.py': M,
      'y/b.py': M,
    },
    modules: { 'shop.a': 1, 'y.b': 2 },
    findings: [],
  },
  {
    name: '2.4 paths of the map are relative to a root',
    files: {
      'apcore.yaml': `extensions:\n  root: ./${E}\nid_map:\n  overrides: ./id_map.yaml\n`,
      'id_map.yaml': `mappings:\n  - file: ${E}/a.py\n    id: shop.a\n`,
      [`${E}/a.py`]: M,
    },
    modules: { a: 1 },
    findings: ['id_map.yaml:2 module/id-map'],
  },
  {
    name: '2.4 without an id, the path is the id',
    files: {
      'apcore.yaml': `extensions:\n  root: ./${E}\nid_map:\n  overrides: ./id_map.yaml\n`,
      'id_map.yaml': 'mappings:\n  - file: a.py\n',
      [`${E}/a.py`]: M,
    },
    modules: { 'a.py': 1 },
    findings: ['id_map.yaml:2 module/id-map'],
  },
  {
    name: '2.4 an entry without a file is passed over',
    files: {
      'apcore.yaml': `extensions:\n  root: ./${E}\nid_map:\n  overrides: ./id_map.yaml\n`,
      'id_map.yaml': 'mappings:\n  - id: shop.a\n',
      [`${E}/a.py`]: M,
    },
    modules: { a: 1 },
    findings: ['id_map.yaml:2 module/id-map'],
  },
  {
    name: '2.4 the class of an entry has no effect once the id differs',
    files: {
      'apcore.yaml': `extensions:\n  root: ./${E}\nid_map:\n  overrides: ./id_map.yaml\n`,
      'id_map.yaml': 'mappings:\n  - file: a.py\n    id: shop.a\n    class: Other\n',
      [`${E}/a.py`]: M,
    },
    modules: { 'shop.a': 1 },
    findings: ['id_map.yaml:4 module/id-map'],
  },
  {
    name: '2.4 two files of one id in the map',
    files: {
      'apcore.yaml': `extensions:\n  root: ./${E}\nid_map:\n  overrides: ./id_map.yaml\n`,
      'id_map.yaml': 'mappings:\n  - {file: a.py, id: x}\n  - {file: b.py, id: x}\n',
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: M,
    },
    modules: { x: 1 },
    findings: [`${E}/b.py:1 module/duplicate-id`, 'id_map.yaml:2 module/id-map', 'id_map.yaml:3 module/id-map'],
  },
  {
    name: '2.4 a map without a list of mappings aborts',
    files: {
      'apcore.yaml': `extensions:\n  root: ./${E}\nid_map:\n  overrides: ./id_map.yaml\n`,
      'id_map.yaml': 'a.py: shop.a\n',
      [`${E}/a.py`]: M,
    },
    aborted: 'CONFIG_INVALID',
    modules: { a: 'ID map' },
    findings: ['id_map.yaml:1 module/id-map'],
  },
  {
    name: '2.4 a map that is not there aborts',
    files: { 'apcore.yaml': `extensions:\n  root: ./${E}\nid_map:\n  overrides: ./id_map.yaml\n`, [`${E}/a.py`]: M },
    aborted: 'CONFIG_NOT_FOUND',
    modules: { a: 'ID map' },
    findings: ['apcore.yaml:4 module/configuration'],
  },
  {
    name: '2.5 invalid YAML aborts',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: M, [`${E}/a_meta.yaml`]: 'description: "never closed\n' },
    aborted: 'CONFIG_INVALID',
    modules: { a: 'metadata', b: 'metadata' },
    findings: [`${E}/a_meta.yaml:1 module/metadata-syntax`],
  },
  {
    name: '2.5 a list aborts',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: '- description\n' },
    aborted: 'CONFIG_INVALID',
    modules: { a: 'metadata' },
    findings: [`${E}/a_meta.yaml:1 module/metadata-syntax`],
  },
  {
    name: '2.5 an empty companion says nothing',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: '# nothing yet\n' },
    modules: { a: 1 },
    findings: [],
  },
  {
    name: '2.5 fields that are not known, and a version that is no text',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: 'descripton: x\nversion: 1.2\n' },
    modules: { a: 1 },
    findings: [`${E}/a_meta.yaml:1 module/metadata-schema`, `${E}/a_meta.yaml:2 module/metadata-schema`],
  },
  {
    name: '2.5 an example without a title aborts',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: 'examples:\n  - inputs: {}\n' },
    aborted: 'KeyError',
    modules: { a: 'registration' },
    findings: [`${E}/a_meta.yaml:2 module/metadata-schema`],
  },
  {
    name: '2.5 the text before the colon of entry_point is not looked at',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: 'entry_point: anything:Module\n' },
    modules: { a: 1 },
    findings: [],
  },
  {
    name: '2.5 annotations that contradict each other',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/a_meta.yaml`]: 'annotations:\n  readonly: true\n  destructive: true\n  cache_ttl: 5\n',
    },
    modules: { a: 1 },
    findings: [
      `${E}/a_meta.yaml:3 module/annotation-contradiction`,
      `${E}/a_meta.yaml:4 module/annotation-contradiction`,
    ],
  },
  {
    name: '2.5 a deprecated module is named to those that need it',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: M,
      [`${E}/a_meta.yaml`]: 'metadata:\n  x-deprecation:\n    migration_guide: use c\n',
      [`${E}/b_meta.yaml`]: needs('a'),
    },
    modules: { a: 1, b: 2 },
    findings: [`${E}/b_meta.yaml:2 module/deprecated`],
  },
  {
    name: '2.6 inherited attributes count, across files',
    files: { [`${E}/_base.py`]: '', [`${E}/base.py`]: moduleText({ name: 'Base' }), [`${E}/send.py`]: INHERITING },
    modules: { base: 1, send: 2 },
    findings: [],
  },
  {
    name: '2.6 a base class outside of the roots counts as well',
    files: {
      'lib/base.py': moduleText({ name: 'Base' }),
      [`${E}/send.py`]: INHERITING.replace('extensions.base', 'lib.base'),
      [`${E}/a.py`]: M,
    },
    modules: { a: 1, send: 2 },
    findings: [],
  },
  {
    name: '2.6 what a base that is not in sight gives cannot be told',
    files: { [`${E}/send.py`]: INHERITING.replace('extensions.base', 'vendor.base'), [`${E}/a.py`]: M },
    modules: { a: 1, send: 'entry point' },
    findings: [],
  },
  {
    name: '2.6 a file without a module class may be a helper',
    files: { [`${E}/helper.py`]: 'def help():\n    return 1\n', [`${E}/a.py`]: M },
    modules: { a: 1, helper: 'entry point' },
    findings: [`${E}/helper.py:1 module/entry-point`],
  },
  {
    name: '2.4 the default root is none where the configuration says another',
    files: {
      'apcore.yaml': 'extensions:\n  root: ./plugins\n',
      'plugins/a.py': M,
      [`${E}/b.py`]: M,
    },
    modules: { a: 1 },
    findings: [],
  },
  {
    name: '2.4 the class of an ID map counts where the id is that of the file',
    files: {
      'apcore.yaml': 'extensions:\n  root: ./extensions\nid_map:\n  overrides: id_map.yaml\n',
      'id_map.yaml': 'mappings:\n- {file: a.py, id: a.py, class: Other}\n',
      [`${E}/a.py`]: moduleText({ more: '\nclass Other(Module):\n    pass\n' }),
    },
    modules: { 'a.py': 1 },
    findings: [],
  },
  {
    name: '2.4 an ID map with entries that are no mappings crashes',
    files: {
      'apcore.yaml': 'extensions:\n  root: ./extensions\nid_map:\n  overrides: id_map.yaml\n',
      'id_map.yaml': 'mappings: [a.py]\n',
      [`${E}/a.py`]: M,
    },
    aborted: 'AttributeError',
    modules: { a: 'ID map' },
    findings: ['id_map.yaml:1 module/id-map'],
  },
  {
    name: '2.4 an id that the ID map took away is not there any more',
    files: {
      'apcore.yaml': 'extensions:\n  root: ./extensions\nid_map:\n  overrides: id_map.yaml\n',
      'id_map.yaml': 'mappings:\n- {file: a.py, id: my.a}\n',
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: M,
      [`${E}/b_meta.yaml`]: needs('a'),
    },
    aborted: 'DEPENDENCY_NOT_FOUND',
    modules: { 'my.a': 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/b_meta.yaml:2 module/missing-dependency`],
  },
  {
    name: '2.5 metadata that are no mapping end the registration; what comes before stays registered',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: M,
      [`${E}/c.py`]: M,
      [`${E}/b_meta.yaml`]: 'metadata: [x]\n',
    },
    aborted: 'TypeError',
    modules: { a: 1, b: 'registration', c: 'registration' },
    findings: [`${E}/b_meta.yaml:1 module/metadata-schema`],
  },
  {
    name: '2.5 a time to live that is a text ends the registration',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: 'annotations:\n  cacheable: true\n  cache_ttl: 60s\n' },
    aborted: 'TypeError',
    modules: { a: 'registration' },
    findings: [`${E}/a_meta.yaml:3 module/metadata-schema`],
  },
  {
    name: '2.5 the companion of a module that is lost is not merged, whatever it says',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/system.py`]: M,
      [`${E}/system_meta.yaml`]: 'examples: [{}]\n',
    },
    modules: { a: 1, system: 'registration' },
    findings: [`${E}/system.py:1 module/invalid-id`, `${E}/system_meta.yaml:1 module/metadata-schema`],
  },
  {
    name: '2.5 dates that are none abort with the exception of Python',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: 'metadata:\n  released: 2024-02-30\n' },
    aborted: 'ValueError',
    modules: { a: 'metadata' },
    findings: [`${E}/a_meta.yaml:2 module/metadata-syntax`],
  },
  {
    name: '2.5 a folder that is called like a companion aborts',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml/read.md`]: '' },
    aborted: 'IsADirectoryError',
    modules: { a: 'metadata' },
    findings: [`${E}/a.py:1 module/metadata-syntax`],
  },
  {
    name: '2.6 an entry point that is no text loses the module',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: 'entry_point:\n' },
    modules: { a: 'entry point' },
    findings: [`${E}/a_meta.yaml:1 module/entry-point`],
  },
  {
    name: '2.6 an import that fails loses the module: a name or a module that is not there, or a package around it',
    files: {
      'lib/base.py': 'x = 1\n',
      [`${E}/a.py`]: `from lib.base import y\n${M}`,
      [`${E}/b.py`]: `import lib.bass\n${M}`,
      [`${E}/c.py`]: `from logging import Nothing\n${M}`,
      [`${E}/d.py`]: `from .a import x\n${M}`,
      [`${E}/e.py`]: `from lib.base import x\n${M}`,
    },
    modules: { a: 'entry point', b: 'entry point', c: 'entry point', d: 'entry point', e: 1 },
    findings: ['a', 'b', 'c', 'd'].map(name => `${E}/${name}.py:1 module/entry-point`),
  },
  {
    name: '2.6 what an imported file imports has to be there as well',
    files: {
      'lib/base.py': 'from lib.gone import x\n',
      [`${E}/a.py`]: `from lib.base import x\n${M}`,
      [`${E}/b.py`]: M,
    },
    modules: { a: 'entry point', b: 1 },
    findings: [`${E}/a.py:1 module/entry-point`],
  },
  {
    name: '2.6 names that are used before anything defines them, and syntax errors, lose the module',
    files: {
      [`${E}/a.py`]: `limit = most\n${M}`,
      [`${E}/b.py`]: `${M}\ndef broken(:\n`,
      [`${E}/c.py`]: `try:\n    import nothing_there\nexcept ImportError:\n    nothing_there = None\n${M}`,
    },
    modules: { a: 'entry point', b: 'entry point', c: 1 },
    findings: [`${E}/a.py:1 module/entry-point`, `${E}/b.py:13 module/entry-point`],
  },
  {
    name: '2.6 whether a package is installed cannot be told',
    files: { [`${E}/a.py`]: `import requests\n${M}`, [`${E}/b.py`]: M },
    modules: { a: 'entry point', b: 1 },
    findings: [],
  },
  {
    name: '2.6 of bases that meet again, what the later one says comes first',
    files: {
      [`${E}/a.py`]: `class Top:\n    description = "top"\nclass One(Top):\n    pass\nclass Two(Top):\n    description = ""\n${moduleText({ description: '', base: 'One, Two' })}`,
      [`${E}/b.py`]: M,
    },
    modules: { a: 'validation', b: 1 },
    findings: [`${E}/a.py:12 module/invalid`],
  },
  {
    name: '2.6 a class with two names is a module twice',
    files: { [`${E}/a.py`]: `${M}\nTool = Module\n` },
    modules: { a: 'entry point' },
    findings: [`${E}/a.py:6 module/entry-point`],
  },
  {
    name: '2.6 helpers with bases of Python, and what is not defined in the end, are no modules',
    files: {
      [`${E}/a.py`]: `import json\nfrom enum import Enum\nclass Color(str, Enum):\n    RED = "red"\nclass Encoder(json.JSONEncoder):\n    pass\n${M}`,
      [`${E}/b.py`]: `${M}\nif False:\n    class Other(Module):\n        pass\n`,
      [`${E}/c.py`]: `${M}\nclass Other(Module):\n    pass\ndel Other\n`,
    },
    modules: { a: 1, b: 2, c: 3 },
    findings: [],
  },
  {
    name: '2.6 a class that needs arguments, is abstract or raises an exception is not registered',
    files: {
      [`${E}/a.py`]: moduleText({ more: '    def __init__(self, client):\n        self.client = client\n' }),
      [`${E}/b.py`]: `from abc import ABC, abstractmethod\n${moduleText({ base: 'ABC', more: '    @abstractmethod\n    def run(self): ...\n' })}`,
      [`${E}/c.py`]: `from dataclasses import dataclass\n${moduleText({ more: '    retries: int\n' }).replace('class Module', '@dataclass\nclass Module')}`,
      [`${E}/d.py`]: moduleText({ more: '    def on_load(self):\n        raise RuntimeError("no")\n' }),
      [`${E}/e.py`]: moduleText({ more: '    def __init__(self, client=None):\n        self.client = client\n' }),
      [`${E}/f.py`]: moduleText({ more: '    def __init__(self):\n        self.client = connect()\n' }),
      [`${E}/g.py`]: M,
      [`${E}/g_meta.yaml`]: needs('a'),
    },
    modules: {
      a: 'registration',
      b: 'registration',
      c: 'registration',
      d: 'registration',
      e: 1,
      f: 'registration',
      g: 2,
    },
    findings: [
      `${E}/a.py:6 module/invalid`,
      `${E}/b.py:7 module/invalid`,
      `${E}/c.py:8 module/invalid`,
      `${E}/d.py:6 module/invalid`,
    ],
  },
  {
    name: '2.5 metadata of a class that are no mapping end the registration',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: moduleText({ more: '    metadata = ["x"]\n' }), [`${E}/c.py`]: M },
    aborted: 'TypeError',
    modules: { a: 1, b: 'registration', c: 'registration' },
    findings: [`${E}/b.py:12 module/invalid`],
  },
  {
    name: '2.6 two module classes are one too many',
    files: { [`${E}/a.py`]: moduleText({ more: '\nclass Other(Module):\n    pass\n' }) },
    modules: { a: 'entry point' },
    findings: [`${E}/a.py:6 module/entry-point`],
  },
  {
    name: '2.6 the companion chooses among several',
    files: {
      [`${E}/a.py`]: moduleText({ more: '\nclass Other(Module):\n    pass\n' }),
      [`${E}/a_meta.yaml`]: 'entry_point: a:Other\n',
    },
    modules: { a: 1 },
    findings: [],
  },
  {
    name: '2.6 a class that the companion names is not there',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: 'entry_point: a:Modul\n' },
    modules: { a: 'entry point' },
    findings: [`${E}/a_meta.yaml:1 module/entry-point`],
  },
  {
    name: '2.6 a schema that is a dict is not found by discovery',
    files: { [`${E}/a.py`]: moduleText({ input: '{"type": "object"}' }) },
    modules: { a: 'entry point' },
    findings: [`${E}/a.py:1 module/entry-point`],
  },
  {
    name: '2.6 validation asks for a description of the class, whatever the companion says',
    files: { [`${E}/a.py`]: moduleText({ description: '' }), [`${E}/a_meta.yaml`]: 'description: Here it is\n' },
    modules: { a: 'validation' },
    findings: [`${E}/a.py:6 module/invalid`],
  },
  {
    name: '2.6 a class that is named has everything else checked',
    files: {
      [`${E}/a.py`]: moduleText({ input: '', execute: false }),
      [`${E}/a_meta.yaml`]: 'entry_point: a:Module\n',
    },
    modules: { a: 'validation' },
    findings: [`${E}/a.py:6 module/invalid`],
  },
  {
    name: '2.7 dependencies come first',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: M,
      [`${E}/c.py`]: M,
      [`${E}/a_meta.yaml`]: needs('c'),
      [`${E}/c_meta.yaml`]: needs('b'),
    },
    modules: { a: 3, b: 1, c: 2 },
    findings: [],
  },
  {
    name: '2.7 a required dependency that is missing aborts',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: M, [`${E}/a_meta.yaml`]: needs('nope') },
    aborted: 'DEPENDENCY_NOT_FOUND',
    modules: { a: 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/a_meta.yaml:2 module/missing-dependency`],
  },
  {
    name: '2.7 a dependency that fails counts as missing',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: moduleText({ description: '' }), [`${E}/a_meta.yaml`]: needs('b') },
    aborted: 'DEPENDENCY_NOT_FOUND',
    modules: { a: 'dependency resolution', b: 'validation' },
    findings: [`${E}/a_meta.yaml:2 module/missing-dependency`, `${E}/b.py:6 module/invalid`],
  },
  {
    name: '2.7 the dependencies of a module that fails are not looked at',
    files: { [`${E}/a.py`]: moduleText({ description: '' }), [`${E}/a_meta.yaml`]: needs('nope') },
    modules: { a: 'validation' },
    findings: [`${E}/a.py:6 module/invalid`],
  },
  {
    name: '2.7 an optional dependency may be missing',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: `${needs('nope')}    optional: true\n` },
    modules: { a: 1 },
    findings: [`${E}/a_meta.yaml:2 module/optional-dependency-missing`],
  },
  {
    name: '2.7 a circle aborts',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: M, [`${E}/a_meta.yaml`]: needs('b'), [`${E}/b_meta.yaml`]: needs('a') },
    aborted: 'CIRCULAR_DEPENDENCY',
    modules: { a: 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/a_meta.yaml:2 module/dependency-cycle`, `${E}/b_meta.yaml:2 module/dependency-cycle`],
  },
  {
    name: '2.7 a module that needs itself aborts',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: needs('a') },
    aborted: 'CIRCULAR_DEPENDENCY',
    modules: { a: 'dependency resolution' },
    findings: [`${E}/a_meta.yaml:2 module/dependency-cycle`],
  },
  {
    name: '2.7 optional breaks no circle while the module is there',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: M,
      [`${E}/a_meta.yaml`]: needs('b'),
      [`${E}/b_meta.yaml`]: `${needs('a')}    optional: true\n`,
    },
    aborted: 'CIRCULAR_DEPENDENCY',
    modules: { a: 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/a_meta.yaml:2 module/dependency-cycle`, `${E}/b_meta.yaml:2 module/dependency-cycle`],
  },
  {
    name: '2.7 a dependency that is listed twice blocks',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: M, [`${E}/b_meta.yaml`]: needs('a', 'a') },
    aborted: 'MODULE_LOAD_ERROR',
    modules: { a: 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/b_meta.yaml:3 module/duplicate-dependency`],
  },
  {
    name: '2.7 a list of names crashes',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: M, [`${E}/a_meta.yaml`]: 'dependencies: [b]\n' },
    aborted: 'AttributeError',
    modules: { a: 'dependency collection', b: 'dependency collection' },
    findings: [`${E}/a_meta.yaml:1 module/dependency-shape`],
  },
  {
    name: '2.7 a mapping of names to versions crashes',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: M, [`${E}/a_meta.yaml`]: 'dependencies:\n  b: ">=1"\n' },
    aborted: 'AttributeError',
    modules: { a: 'dependency collection', b: 'dependency collection' },
    findings: [`${E}/a_meta.yaml:2 module/dependency-shape`],
  },
  {
    name: '2.7 a version that is a number crashes',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: M, [`${E}/a_meta.yaml`]: `${needs('b')}    version: 1.0\n` },
    aborted: 'AttributeError',
    modules: { a: 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/a_meta.yaml:3 module/dependency-shape`],
  },
  {
    name: '2.7 what counts as false is no constraint, no dependency, and not optional',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: M,
      [`${E}/c.py`]: M,
      [`${E}/a_meta.yaml`]: `${needs('b')}    version: 0\n`,
      [`${E}/b_meta.yaml`]: 'dependencies: 0\n',
      [`${E}/c_meta.yaml`]: 'dependencies:\n  - module_id: false\n',
    },
    modules: { a: 3, b: 1, c: 2 },
    findings: [`${E}/c_meta.yaml:2 module/metadata-schema`],
  },
  {
    name: '2.7 an id that is no text names no module, a list cannot even be looked up',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: 'dependencies:\n  - module_id: [a]\n' },
    aborted: 'TypeError',
    modules: { a: 'dependency resolution' },
    findings: [`${E}/a_meta.yaml:2 module/dependency-shape`, `${E}/a_meta.yaml:2 module/metadata-schema`],
  },
  {
    name: '2.7 an entry that is passed over does not count as the second one',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: M,
      [`${E}/a_meta.yaml`]: `${needs('b')}  - {module_id: b, version: ">=9", optional: true}\n`,
    },
    modules: { a: 2, b: 1 },
    findings: [`${E}/a_meta.yaml:3 module/optional-dependency-missing`],
  },
  {
    name: '2.7 a dependency without module_id is passed over',
    files: { [`${E}/a.py`]: M, [`${E}/a_meta.yaml`]: 'dependencies:\n  - version: ">=1"\n' },
    modules: { a: 1 },
    findings: [`${E}/a_meta.yaml:2 module/metadata-schema`],
  },
  {
    name: '2.7 a constraint that is malformed aborts',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: M, [`${E}/a_meta.yaml`]: `${needs('b')}    version: latest\n` },
    aborted: 'VERSION_CONSTRAINT_INVALID',
    modules: { a: 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/a_meta.yaml:3 module/version-constraint`],
  },
  {
    name: '2.7 a version that does not fit aborts; the companion wins over the class, 1.0.0 stands for none',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: moduleText({ version: '3.0.0' }),
      [`${E}/a_meta.yaml`]: `${needs('b')}    version: ">=2"\n`,
      [`${E}/b_meta.yaml`]: 'version: "1.2.3"\n',
    },
    aborted: 'DEPENDENCY_VERSION_MISMATCH',
    modules: { a: 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/a_meta.yaml:3 module/version-mismatch`],
  },
  {
    name: '2.7 what follows the numbers of a version is ignored',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/b.py`]: moduleText({ version: '1.2.3-beta' }),
      [`${E}/a_meta.yaml`]: `${needs('b')}    version: "1.2.3"\n`,
    },
    modules: { a: 2, b: 1 },
    findings: [],
  },
  {
    name: '2.8 a default export, one exported object and an exported instance are modules',
    files: {
      [`${E}/a.ts`]: T,
      [`${E}/b.js`]: scriptText('export const send ='),
      [`${E}/c.ts`]: SCRIPT_CLASS,
      [`${E}/c_meta.yaml`]: needs('a', 'b'),
    },
    modules: { a: 1, b: 2, c: 3 },
    findings: [],
  },
  {
    name: '2.8 declarations and tests are passed over',
    files: {
      [`${E}/a.ts`]: T,
      [`${E}/b.d.ts`]: T,
      [`${E}/c.test.ts`]: T,
      [`${E}/d.spec.js`]: T,
    },
    modules: { a: 1 },
    findings: [],
  },
  {
    name: '2.8 a TypeScript file beside what was made of it: the .js file is kept',
    files: { [`${E}/a.js`]: T, [`${E}/a.ts`]: T },
    modules: { a: 1 },
    findings: [`${E}/a.ts:1 module/duplicate-id`],
  },
  {
    name: '2.8 Python and TypeScript files of one root are discovered apart',
    files: {
      [`${E}/a.py`]: M,
      [`${E}/a.ts`]: T,
      [`${E}/b.ts`]: T,
      [`${E}/b_meta.yaml`]: needs('a'),
      [`${E}/c.py`]: M,
      [`${E}/c_meta.yaml`]: needs('b'),
    },
    aborted: 'DEPENDENCY_NOT_FOUND',
    modules: { a: 'dependency resolution', b: 2, c: 'dependency resolution' },
    findings: [`${E}/c_meta.yaml:2 module/missing-dependency`],
  },
  {
    name: '2.8 ids that do not match the pattern are skipped, reserved ones before the sort',
    files: {
      [`${E}/get-user.ts`]: T,
      [`${E}/system/clock.ts`]: T,
      [`${E}/a.ts`]: T,
    },
    modules: { a: 1, 'get-user': 'scan', 'system.clock': 'scan' },
    findings: [`${E}/get-user.ts:1 module/invalid-id`, `${E}/system/clock.ts:1 module/invalid-id`],
  },
  {
    name: '2.8 an ephemeral id aborts',
    files: { [`${E}/ephemeral/a.ts`]: T, [`${E}/b.ts`]: T },
    aborted: 'InvalidInputError',
    modules: { 'ephemeral.a': 'scan', b: 'scan' },
    findings: [`${E}/ephemeral/a.ts:1 module/invalid-id`],
  },
  {
    name: '2.8 two exported modules are one too many, unless one is the default',
    files: {
      [`${E}/a.ts`]: scriptText('export const one =', 'export const two = { ...one };\nexport const three = one;'),
      [`${E}/b.ts`]: scriptText('export const one =', 'export default one;'),
    },
    modules: { a: 'entry point', b: 1 },
    findings: [`${E}/a.ts:5 module/entry-point`],
  },
  {
    name: '2.8 what becomes of exports marked multiClass cannot be told',
    files: {
      [`${E}/ops.ts`]:
        scriptText('export const add =', 'export const sub = { ...add };').replaceAll(
          "description: 'Sends',",
          "description: 'Sends', multiClass: true,",
        ) + '\nexport const mul = add;\n',
      [`${E}/send.ts`]: T,
      [`${E}/send_meta.yaml`]: needs('ops.add'),
    },
    aborted: 'DEPENDENCY_NOT_FOUND',
    modules: { ops: 'dependency resolution', send: 'dependency resolution' },
    findings: [`${E}/send_meta.yaml:2 module/missing-dependency`],
  },
  {
    name: '2.8 classes and functions are no modules, and helpers are no mistake',
    files: {
      [`${E}/a.ts`]: T,
      [`${E}/b.ts`]: SCRIPT_CLASS.replace('export default new Send();', 'export { Send };'),
      [`${E}/c.ts`]: 'export function inputSchema() {}\nexport const get-user',
      [`${E}/my-helper.ts`]: 'export type Tool = { inputSchema: object; outputSchema: object };\n',
    },
    modules: { a: 1, b: 'entry point', c: 'entry point', 'my-helper': 'scan' },
    findings: [],
  },
  {
    name: '2.8 an export that a companion names has to be there',
    files: { [`${E}/a.ts`]: scriptText('export const send ='), [`${E}/a_meta.yaml`]: 'entry_point: a:sent\n' },
    modules: { a: 'entry point' },
    findings: [`${E}/a_meta.yaml:1 module/entry-point`],
  },
  {
    name: '2.8 an empty description is not valid',
    files: { [`${E}/a.ts`]: T.replace("'Sends'", "''"), [`${E}/b.ts`]: T },
    modules: { a: 'validation', b: 1 },
    findings: [`${E}/a.ts:8 module/invalid`],
  },
  {
    name: '2.8 what code makes cannot be told, which is said where it decides about the discovery',
    files: {
      [`${E}/a.ts`]: `import { tool } from './tools';\nexport default tool({ inputSchema: 1, outputSchema: 2 });\n`,
      [`${E}/b.ts`]: `export { default } from '../lib/send';\n`,
      [`${E}/c.ts`]: T,
      [`${E}/c_meta.yaml`]: needs('a', 'b'),
    },
    aborted: 'DEPENDENCY_NOT_FOUND',
    modules: { a: 'dependency resolution', b: 'dependency resolution', c: 'dependency resolution' },
    findings: [`${E}/c_meta.yaml:2 module/missing-dependency`, `${E}/c_meta.yaml:3 module/missing-dependency`],
  },
  {
    name: '2.8 an optional dependency that is missing is passed over in silence',
    files: { [`${E}/a.ts`]: T, [`${E}/a_meta.yaml`]: `${needs('nope')}    optional: true\n` },
    modules: { a: 1 },
    findings: [`${E}/a_meta.yaml:2 module/optional-dependency-missing`],
  },
  {
    name: '2.8 a dependency that is listed twice is reported as a circle',
    files: { [`${E}/a.ts`]: T, [`${E}/b.ts`]: T, [`${E}/b_meta.yaml`]: needs('a', 'a') },
    aborted: 'CIRCULAR_DEPENDENCY',
    modules: { a: 'dependency resolution', b: 'dependency resolution' },
    findings: [`${E}/b_meta.yaml:3 module/duplicate-dependency`],
  },
  {
    name: 'tools of other makers below extensions are none of ours',
    files: {
      [`${E}/weather.ts`]: `export const tool = { inputSchema: {}, outputSchema: {}, execute() {} };\n`,
      [`${E}/git/src/main.ts`]: 'export function activate() {}\n',
    },
    modules: {},
    findings: [],
  },
  {
    name: 'what a base class outside of the roots has besides cannot be told',
    files: {
      'lib/base.py': 'class Base:\n    description = "Sends"\n',
      [`${E}/send.py`]: moduleText({ description: '', base: 'Base' }).replace(
        'from pydantic',
        'from lib.base import Base\nfrom pydantic',
      ),
      [`${E}/a.py`]: M,
    },
    modules: { a: 1, send: 'entry point' },
    findings: [],
  },
  {
    name: '2.6 constraints that a type cannot have keep pydantic from building the model, and the file from being imported',
    files: Object.fromEntries(
      [
        'cents: int = Field(gt=0.5)',
        'cents: Optional[int] = Field(le=1.5)',
        'cents: list[Annotated[int, Field(gt="x")]]',
        'cents: int | None = Field(None, multiple_of=0.1)',
        'euros: float = Field(gt="1")',
        'name: Annotated[str, Field(min_length=1.0)]',
        'names: list[str] = Field(max_length=-1)',
        'name: str = Field(pattern="a(?=b)")',
        'name: str = Field(strict=1)',
      ].map((field, i) => [
        `${E}/a${i}.py`,
        `from typing import Annotated, Optional\nfrom pydantic import BaseModel, Field\nclass Base(BaseModel): ...\nclass Paid(Base):\n    ${field}\n${M}`,
      ]),
    ),
    modules: Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`a${i}`, 'entry point'])),
    findings: Array.from({ length: 9 }, (_, i) => `${E}/a${i}.py:5 module/entry-point`),
  },
  {
    name: '2.6 constraints that are checked only when a value comes keep nothing from being imported',
    files: {
      [`${E}/a.py`]: `from typing import Annotated
from pydantic import BaseModel, BeforeValidator, Field
class Paid(BaseModel):
    euros: float = Field(gt=0.5)
    cents: int = Field(gt=1.0, le="12", lt=True)
    either: int | str = Field(gt=0.5)
    many: list[int] = Field(gt=0.5)
    both: Annotated[int, Field(gt=0)] = Field(gt=0.5)
    before: Annotated[int, BeforeValidator(int), Field(gt=0.5)]
    name: str = Field(pattern="^(?:a|b)$", max_length=3, gt=0.5)
${M}`,
    },
    modules: { a: 1 },
    findings: [],
  },
  {
    name: '2.6 what ends Python while a file is imported ends discovery, which catches exceptions alone',
    files: { [`${E}/a.py`]: M, [`${E}/b.py`]: `import sys\nsys.exit(1)\n${M}` },
    aborted: 'SystemExit',
    modules: { a: 'entry point', b: 'entry point' },
    findings: [`${E}/b.py:2 module/entry-point`],
  },
  {
    name: '2.6 a file without a class is no module, below whatever root; one that calls exit() may end discovery',
    files: {
      'apcore.yaml': 'extensions:\n  root: ./ext\n',
      'ext/a.py': M,
      'ext/b.py': 'from nowhere_at_all.x import y\n',
      'ext/c.py': 'import sys\nsys.exit(1)\n',
      'elsewhere/d.py': 'x = 1\n',
    },
    aborted: 'SystemExit',
    modules: { a: 'entry point' },
    findings: ['ext/b.py:1 module/entry-point', 'ext/c.py:1 module/entry-point'],
  },
  {
    name: '2.6 a file that imports a name from itself runs again, and has only the names above that statement',
    files: {
      [`${E}/a.py`]: `from extensions.a import Note\n${M}`,
      [`${E}/b.py`]: `${M}\nfrom extensions.b import Note\n`,
      [`${E}/c.py`]: `from extensions.d import late\n${M}`,
      [`${E}/d.py`]: `early = 1\nfrom extensions.c import Note\nlate = 2\n${M}`,
    },
    modules: { a: 'entry point', b: 1, c: 'entry point', d: 'entry point' },
    findings: ['a.py:1', 'c.py:1', 'd.py:2'].map(place => `${E}/${place} module/entry-point`),
  },
  {
    name: '2.6 classes that Python refuses to make lose the module',
    files: {
      [`${E}/a.py`]: `class Flag(bool): pass\n${M}`,
      [`${E}/b.py`]: `class Loud(volume=5): pass\n${M}`,
      [`${E}/c.py`]: `from enum import Enum\nclass Color(Enum):\n    RED = 1\n    RED = 2\n${M}`,
      [`${E}/d.py`]: `import os\nos.path.nope\n${M}`,
      [`${E}/e.py`]: `class Base:\n    def __init_subclass__(cls, volume): pass\nclass Loud(Base, volume=5): pass\n${M}`,
    },
    modules: { a: 'entry point', b: 'entry point', c: 'entry point', d: 'entry point', e: 1 },
    findings: ['a.py:1', 'b.py:1', 'c.py:4', 'd.py:2'].map(place => `${E}/${place} module/entry-point`),
  },
  {
    name: '2.6 all names of a module of the library may be imported: none of them is a class of the file',
    files: { [`${E}/a.py`]: `from typing import *\n${M}\nnames: List[str] = []\n` },
    modules: { a: 1 },
    findings: [],
  },
  {
    name: '2.5 metadata of a class that are no mapping abort, also beside all names of a library',
    files: {
      [`${E}/a.py`]: `from typing import *\n${moduleText({ more: '    metadata = [("a", 1)]\n' })}`,
      [`${E}/b.py`]: M,
    },
    aborted: 'TypeError',
    modules: { a: 'registration', b: 'registration' },
    findings: [`${E}/a.py:13 module/invalid`],
  },
  {
    name: '2.6 a model that pydantic refuses keeps its file from being imported',
    files: Object.fromEntries(
      [
        'count = 3',
        'model_config: int',
        'model_config = ConfigDict(extra="nope")',
        'model_dump: int',
        'size: bytearray',
        'name: str = Field(regex="a")',
        '@field_validator\n    def check(cls, value): return value',
        '@field_validator("gone")\n    @classmethod\n    def check(cls, value): return value',
        'name: str\n    limit: ClassVar = 3\n    _size = 4',
      ].map((field, i) => [
        `${E}/m${i}.py`,
        `from typing import ClassVar\nfrom pydantic import *\nclass Paid(BaseModel):\n    ${field}\n${M}`,
      ]),
    ),
    modules: {
      m0: 'entry point',
      m1: 'entry point',
      m2: 'entry point',
      m3: 'entry point',
      m4: 'entry point',
      m5: 'entry point',
      m6: 'entry point',
      m7: 'entry point',
      m8: 1,
    },
    findings: [0, 1, 2, 3, 4, 5, 6, 7].map(i => `${E}/m${i}.py:4 module/entry-point`),
  },
  {
    name: '2.6 names of modules of pydantic are known; those that only some versions have may be missing',
    files: {
      [`${E}/a.py`]: `from pydantic.alias_generators import to_camel\nfrom pydantic.dataclasses import dataclass\n@dataclass\nclass Point:\n    x: int\n${M}`,
      [`${E}/b.py`]: `from pydantic import *\nkind = NatsDsn\n${M}`,
    },
    modules: { a: 1, b: 'entry point' },
    findings: [],
  },
];
