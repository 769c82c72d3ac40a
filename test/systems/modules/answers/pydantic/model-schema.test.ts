import assert from 'node:assert/strict';
import { jsonOf } from '../../../../../server/src/model/value';
import { moduleSchemas } from '../../../../../server/src/systems/modules/answers/pydantic/model-schema';
import { Modules } from '../../../../../server/src/systems/modules/answers/pydantic/modules';
import { PythonReader } from '../../../../../server/src/syntax/python/reader';

const IMPORTS = `import datetime
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum, auto
from typing import *
from pydantic import *

`;

type Json = Readonly<Record<string, unknown>>;

/** The schema of the class `I`, defined by these statements. */
function schemaOf(statements: string, files: Readonly<Record<string, string>> = {}): Json | string {
  const texts: Record<string, string> = {
    ...files,
    'extensions/m.py': `${IMPORTS}${statements}\nclass A:\n    input_schema = output_schema = I\n    def execute(self): ...\n`,
  };
  const reader = new PythonReader();
  const modules = new Modules({
    tree: path => (texts[path] === undefined ? undefined : reader.read(texts[path], 'literals')),
    hasFile: path => texts[path] !== undefined,
    expression: source => reader.read(source, 'literals'),
  });
  const { input, raises = '?' } = moduleSchemas('extensions/m.py', 'A', modules);
  return input === undefined ? raises : (jsonOf(input) as Json);
}

/** The schema of the field `x`, written like this. */
function fieldOf(field: string, before = ''): unknown {
  const schema = schemaOf(`${before}\nclass I(BaseModel):\n    x${field}\n`);
  const properties = typeof schema === 'string' ? {} : (schema['properties'] as Json);
  const { title, ...rest } = (properties['x'] ?? Object.values(properties)[0]) as Json;
  return title === undefined || title === 'X' ? rest : { title, ...rest };
}

function check(cases: readonly (readonly [field: string, expected: unknown, before?: string])[]): void {
  for (const [field, expected, before] of cases) assert.deepEqual(fieldOf(field, before), expected, field);
}

describe('the schema of a type', () => {
  it('has a limit by the word for its type', () => {
    check([
      [': int = Field(gt=0, le=9)', { type: 'integer', exclusiveMinimum: 0, maximum: 9 }],
      [': str = Field(min_length=1, pattern="^a")', { type: 'string', minLength: 1, pattern: '^a' }],
      [': list[int] = Field(max_length=3)', { type: 'array', items: { type: 'integer' }, maxItems: 3 }],
      [
        ': dict[str, int] = Field(min_length=1)',
        { type: 'object', additionalProperties: { type: 'integer' }, minProperties: 1 },
      ],
      [
        ': Optional[int] = Field(None, ge=1)',
        { anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }], default: null },
      ],
      [': Union[int, str] = Field(ge=1)', { anyOf: [{ type: 'integer' }, { type: 'string' }], ge: 1 }],
      [': Secret[int]', { type: 'integer' }],
      [': InstanceOf[int]', { type: 'integer' }],
      [': conlist(int, min_length=2)', { type: 'array', items: { type: 'integer' }, minItems: 2 }],
    ]);
  });

  it('is that of the parts of a collection', () => {
    check([
      [
        ': tuple[int, str]',
        { type: 'array', prefixItems: [{ type: 'integer' }, { type: 'string' }], minItems: 2, maxItems: 2 },
      ],
      [': tuple[int, ...]', { type: 'array', items: { type: 'integer' } }],
      [': set[int]', { type: 'array', items: { type: 'integer' }, uniqueItems: true }],
      [': dict[constr(pattern="^k"), int]', { type: 'object', patternProperties: { '^k': { type: 'integer' } } }],
      [': Sequence', { type: 'array', items: {} }],
      [': Literal["a", 1, None]', { enum: ['a', 1, null] }],
      [
        ': Json[list[int]]',
        {
          type: 'string',
          contentMediaType: 'application/json',
          contentSchema: { type: 'array', items: { type: 'integer' } },
        },
      ],
    ]);
  });

  it('follows aliases and new types', () => {
    check([
      [': Ids', { type: 'array', items: { type: 'integer' } }, 'Ids = list[int]'],
      [': UserId', { type: 'integer' }, 'UserId = NewType("UserId", int)'],
      [': Short', { type: 'string', maxLength: 5 }, 'Short = Annotated[str, StringConstraints(max_length=5)]'],
    ]);
  });

  it('leaves a choice out that has none, and is none where nothing is left', () => {
    check([[': Union[int, Callable]', { type: 'integer' }]]);
    assert.match(schemaOf('class I(BaseModel):\n    x: Callable\n') as string, /no JSON Schema of a callable/);
  });
});

describe('a field', () => {
  it('is titled by its alias or name', () => {
    check([
      [': int = Field(alias="userId")', { title: 'Userid', type: 'integer' }],
      [': int = Field(title="The X", deprecated=True)', { title: 'The X', type: 'integer', deprecated: true }],
    ]);
    const { properties } = schemaOf('class I(BaseModel):\n    name: str\n    a1b_c: str\n    tags: list\n') as Json;
    assert.deepEqual(
      Object.values(properties as Json).map(each => (each as Json)['title']),
      ['Name', 'A1B C', 'Tags'],
    );
  });

  it('has the default that code says, as JSON', () => {
    check([
      [': int = 60 * N', { type: 'integer', default: 120 }, 'N = 2'],
      [': str = f"{P}-x"', { type: 'string', default: 'p-x' }, 'P = "p"'],
      [
        ': dict = {**D, "b": 2}',
        { type: 'object', additionalProperties: true, default: { a: 1, b: 2 } },
        'D = {"a": 1}',
      ],
      [': Any = datetime.timedelta(days=1, seconds=90)', { default: 'P1DT1M30S' }],
      [': Any = {3, 1, 2}', { default: [1, 2, 3] }],
      [': Any = print', {}],
      [': list = Field(default_factory=list)', { type: 'array', items: {} }],
    ]);
  });

  it('is what a class of the library gives it', () => {
    const item = 'class Item(BaseModel):\n    n: int\n    tags: list[str] = []\n';
    check([[': Item = Item(n=1)', { $ref: '#/$defs/Item', default: { n: 1, tags: [] } }, item]]);
  });

  it('may not be told, and says so', () => {
    check([
      [
        ': int = count()',
        { $comment: 'cannot tell: default (count() is called)', type: 'integer' },
        'def count(): ...',
      ],
    ]);
  });
});

describe('an enum', () => {
  it('has the values of its members', () => {
    const color = 'class Color(StrEnum):\n    """Colors."""\n    RED = auto()\n    BLUE = "b"\n';
    assert.deepEqual((schemaOf(`${color}class I(BaseModel):\n    x: Color = Color.BLUE\n`) as Json)['$defs'], {
      Color: { type: 'string', enum: ['red', 'b'], title: 'Color', description: 'Colors.' },
    });
    check([[': Color = Color.BLUE', { $ref: '#/$defs/Color', default: 'b' }, color]]);
  });
});

describe('a model', () => {
  it('has the fields of its bases first, and its own configuration over theirs', () => {
    const schema = schemaOf(
      'class B(BaseModel, extra="forbid", title="T"):\n    a: int\n    b: str = "x"\n' +
        'class I(B):\n    """Doc."""\n    c: int\n    b: int\n',
    ) as Json;
    assert.deepEqual(Object.keys(schema['properties'] as Json), ['a', 'b', 'c']);
    assert.deepEqual(
      [schema['required'], schema['title'], schema['description'], schema['additionalProperties']],
      [['a', 'b', 'c'], 'T', 'Doc.', false],
    );
  });

  it('refers to itself, and to generic models by name', () => {
    const node = schemaOf('class I(BaseModel):\n    next: Optional["I"] = None\n') as Json;
    assert.equal(node['$ref'], '#/$defs/I');
    const page = 'T = TypeVar("T")\nclass Page(BaseModel, Generic[T]):\n    items: list[T]\n';
    const schema = schemaOf(`${page}class I(BaseModel):\n    x: Page[int]\n`) as Json;
    const { Page_int_: definition } = schema['$defs'] as Record<string, Json>;
    assert.deepEqual(
      [definition?.['title'], definition?.['properties']],
      ['Page[int]', { items: { type: 'array', items: { type: 'integer' }, title: 'Items' } }],
    );
  });

  it('tells its choices apart by a discriminator', () => {
    const pets =
      'class Cat(BaseModel):\n    kind: Literal["cat"]\nclass Dog(BaseModel):\n    kind: Literal["dog"] = "dog"\n';
    check([
      [
        ': Cat | Dog = Field(discriminator="kind")',
        {
          oneOf: [{ $ref: '#/$defs/Cat' }, { $ref: '#/$defs/Dog' }],
          discriminator: { propertyName: 'kind', mapping: { cat: '#/$defs/Cat', dog: '#/$defs/Dog' } },
        },
        pets,
      ],
    ]);
  });

  it('names definitions by their modules where their names are the same', () => {
    const inner = (type: string) =>
      `class ${type}:\n    class Inner(BaseModel):\n        z: ${type === 'P' ? 'int' : 'str'}\n`;
    const schema = schemaOf(`${inner('P')}${inner('Q')}class I(BaseModel):\n    p: P.Inner\n    q: Q.Inner\n`) as Json;
    assert.deepEqual(Object.keys(schema['$defs'] as Json), ['apcore_ext_m__P__Inner', 'apcore_ext_m__Q__Inner']);
  });

  it('is the one field of a root model, the arguments of a named tuple, the fields of a dataclass', () => {
    assert.deepEqual(schemaOf('class I(RootModel[list[int]]): ...\n'), {
      items: { type: 'integer' },
      title: 'I',
      type: 'array',
    });
    const point = 'class Point(NamedTuple):\n    x: int\n    y: int = 0\n';
    const { $defs } = schemaOf(`${point}class I(BaseModel):\n    x: Point\n`) as Json;
    assert.deepEqual(($defs as Record<string, Json>)['Point']?.['minItems'], 1);
    const size = '@dataclass\nclass Size:\n    a: int\n    b: str = "q"\n';
    const dataclass = (schemaOf(`${size}class I(BaseModel):\n    x: Size\n`) as Json)['$defs'] as Record<string, Json>;
    assert.deepEqual(dataclass['Size']?.['required'], ['a']);
  });
});

describe('an annotation that is text', () => {
  it('finds what is built in, and the class itself, but no name of a module file', () => {
    check([[': "list[int]"', { type: 'array', items: { type: 'integer' } }]]);
    assert.match(schemaOf('class I(BaseModel):\n    x: "Optional[int]"\n') as string, /since Optional is not/);
  });

  it('finds the names of a file that is imported, and those of a module that rebuilds the model', () => {
    const files = {
      'shared.py':
        'from typing import Optional\nfrom pydantic import BaseModel\nclass S(BaseModel):\n    y: "Optional[int]"\n',
    };
    const schema = schemaOf('from shared import S\nclass I(S): ...\n', files) as Json;
    assert.deepEqual(schema['properties'], { y: { anyOf: [{ type: 'integer' }, { type: 'null' }], title: 'Y' } });
    assert.equal(typeof schemaOf('class I(BaseModel):\n    x: "Optional[int]"\nI.model_rebuild()\n'), 'object');
  });
});

describe('an alias generator', () => {
  it('names the fields that have no alias of their own, and may be code', () => {
    const names = (generator: string) => {
      const config = `    model_config = ConfigDict(alias_generator=${generator})\n`;
      const before = 'from pydantic.alias_generators import to_camel\n';
      const schema = schemaOf(
        `${before}class I(BaseModel):\n${config}    user_id: int\n    x: int = Field(alias="X y")\n`,
      );
      const { properties, $comment = '' } = schema as Json;
      return [...Object.keys(properties as Json), $comment];
    };
    assert.deepEqual(names('to_camel'), ['userId', 'X y', '']);
    assert.deepEqual(names('AliasGenerator(validation_alias=str.upper)'), ['USER_ID', 'X y', '']);
    assert.deepEqual(names('lambda name: name'), ['user_id', 'X y', 'cannot tell: alias_generator in model_config']);
  });
});
