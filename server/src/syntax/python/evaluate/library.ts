import { ABC_META, builtinClass, libraryClass, ownClass, PROTOCOL_META } from './builtin-classes';
import { fillDict } from './container-methods';
import { LIBRARY_FUNCTIONS } from './library-functions';
import { MODULE_NAMES } from './library-names';
import { newDict } from './mappings';
import { native } from './objects';
import type { NativeFunction, PyClass, PyValue } from './values';

const TYPE = builtinClass('type');
const ENUM = ownClass({ metaclass: libraryClass('EnumMeta', TYPE) }, 'Enum');
const ABC = ownClass({ metaclass: ABC_META }, 'ABC');

/** Classes that texts are built upon, by module. */
const CLASSES: Readonly<Record<string, readonly PyClass[]>> = {
  enum: [
    ENUM,
    libraryClass('IntEnum', builtinClass('int'), ENUM),
    libraryClass('StrEnum', builtinClass('str'), ENUM),
    libraryClass('auto'),
  ],
  abc: [ABC, ABC_META],
  typing: [libraryClass('Generic'), ownClass({ metaclass: PROTOCOL_META }, 'Protocol')],
  collections: ['OrderedDict', 'defaultdict'].map(name => ownClass({ hasLayout: true }, name, builtinClass('dict'))),
  contextlib: [libraryClass('suppress'), libraryClass('nullcontext')],
};

/** What names of the standard library are worth, as far as they are evaluated. */
export const LIBRARY: ReadonlyMap<string, ReadonlyMap<string, PyValue>> = allNames();

function allNames(): Map<string, Map<string, PyValue>> {
  const modules = new Map<string, Map<string, PyValue>>();
  const add = (module: string, name: string, value: PyValue): void => {
    const names = modules.get(module) ?? new Map<string, PyValue>();
    modules.set(module, names.set(name, value));
  };
  for (const [module, classes] of Object.entries(CLASSES)) for (const one of classes) add(module, one.name, one);
  for (const [path, call] of LIBRARY_FUNCTIONS) {
    const [module = '', name = ''] = path.split(':');
    add(module, name, native(path, call));
  }
  for (const name of typingNames())
    if (modules.get('typing')?.has(name) !== true) add('typing', name, { kind: 'special', name });
  add('typing', 'TYPE_CHECKING', false);
  for (const name of [
    'Sequence',
    'Mapping',
    'Iterable',
    'Callable',
    'MutableMapping',
    'Iterator',
    'Collection',
    'Generator',
    'Hashable',
  ])
    add('collections.abc', name, { kind: 'special', name });
  return modules;
}

function typingNames(): string[] {
  const [always = '', sometimes = ''] = (MODULE_NAMES['typing'] ?? '').split('|');
  return `${always} ${sometimes}`.split(' ').filter(name => /^[A-Z]/.test(name));
}

/** What calling a class of the library gives. */
export const LIBRARY_CONSTRUCTORS: ReadonlyMap<string, NativeFunction> = new Map<string, NativeFunction>([
  [
    'OrderedDict',
    (run, args) => {
      const dict = newDict(run, [], { class: classOf('OrderedDict') });
      fillDict(run, dict, args.positional[0], args);
      return dict;
    },
  ],
  [
    'defaultdict',
    (run, args) => {
      const [first, from] = args.positional;
      const factory = first?.value ?? null;
      const more = factory === null ? {} : { factory };
      const dict = newDict(run, [], { class: classOf('defaultdict'), ...more });
      fillDict(run, dict, from, args);
      return dict;
    },
  ],
  [
    'suppress',
    (run, { positional }) => ({
      kind: 'instance',
      class: classOf('suppress'),
      names: newDict(run),
      base: { kind: 'tuple', items: positional.map(({ value }) => value) },
    }),
  ],
  ['nullcontext', run => ({ kind: 'instance', class: classOf('nullcontext'), names: newDict(run) })],
]);

function classOf(name: string): PyClass {
  return (
    Object.values(CLASSES)
      .flat()
      .find(one => one.name === name) ?? builtinClass('object')
  );
}
