import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { exportSchemas, type SchemaForm } from '../../../../server/src/features/export/schemas';
import { moduleText, scriptText } from '../module-text';
import { workspaceOfFiles } from '../../../support/fixture';

const MODELS = `
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Dict, List, Literal, Optional, Union
from uuid import UUID
from pydantic import BaseModel, ConfigDict, Field


class Address(BaseModel):
    """Where someone lives.

\t  As people write it:
        with a street first.
    """
    model_config = ConfigDict(extra="forbid", title="An address", json_schema_extra={"examples": [{"street": "x"}]})
    street: str
    zip_code: Optional[str] = None


class Base(BaseModel):
    id: int = Field(..., ge=1, description="Which one")
    created_at: datetime


class Strict(BaseModel):
    ''
    model_config = {"extra": "allow", "title": "Gone", "frozen": True}


class Closed(Strict):
    'Closed.  '
    model_config = ConfigDict(extra="ignore")
    one: int


class Note(Base):
    text: str
    strict: Strict
    closed: Closed
    lines: List[str] = []
    kind: Literal["a", "b"] = "a"
    only: Literal[3]
    score: float = 0.5
    flags: dict[str, bool]
    anything: Any
    either: Union[int, str, None] = None
    old: int | None = None
    home: Address
    others: list[Address] = Field(default_factory=list)
    day: date
    key: UUID
    size: Annotated[int, Field(gt=0, le=10)]
    sized: Annotated[int, Field(multiple_of=2)] = 4
    pattern: str = Field("x", pattern="^x", title="The X")
    created_at: str
    limit: ClassVar[int] = 3
    _private: int = 1
`;

const IMPORTS = 'from apcore.module import ModuleAnnotations\nfrom pydantic import ConfigDict\n';

function exported(files: Record<string, string>, form: SchemaForm = {}) {
  return exportSchemas(workspaceOfFiles(new Map(Object.entries(files))), form);
}

function only(text: string, form: SchemaForm = {}) {
  const [first, second] = exported({ 'extensions/a.py': text }, form);
  assert.ok(first !== undefined && second === undefined);
  return first;
}

describe('exported schemas', () => {
  it('are those that pydantic makes', function () {
    const program = `${MODELS}\nimport json\nprint(json.dumps(Note.model_json_schema()))`;
    const { status, stdout } = spawnSync('python3', ['-c', program], { encoding: 'utf8' });
    if (status !== 0) this.skip();
    const { schema, unsure } = only(MODELS + moduleText().slice(moduleText().indexOf('class Module')));
    assert.deepEqual(unsure, []);
    assert.deepEqual(schema['input_schema'], JSON.parse(stdout));
  });

  it('say what a module says of itself', () => {
    const more = '    name = "Sender"\n    tags = ["mail"]\n    annotations = ModuleAnnotations(readonly=True)\n';
    const { schema } = only(IMPORTS + moduleText({ version: '1.2.0', more }));
    assert.deepEqual(
      { ...schema, input_schema: 0, output_schema: 0 },
      {
        module_id: 'a',
        name: 'Sender',
        description: 'Does it',
        version: '1.2.0',
        tags: ['mail'],
        input_schema: 0,
        output_schema: 0,
        annotations: {
          readonly: true,
          destructive: false,
          idempotent: false,
          requires_approval: false,
          open_world: true,
          streaming: false,
          cacheable: false,
          cache_ttl: 0,
          cache_key_fields: null,
          paginated: false,
          pagination_style: 'cursor',
          extra: {},
        },
        examples: [],
      },
    );
  });

  it('say 0 of a negative time to live, as ModuleAnnotations does', () => {
    const { schema } = only(IMPORTS + moduleText({ more: '    annotations = ModuleAnnotations(cache_ttl=-4)\n' }));
    assert.equal((schema['annotations'] as { cache_ttl: unknown }).cache_ttl, 0);
  });

  it('say a mapping for `extra` of annotations that is a list of pairs', () => {
    const { schema } = only(IMPORTS + moduleText({ more: '    annotations = ModuleAnnotations(extra=[("a", 1)])\n' }));
    assert.deepEqual((schema['annotations'] as { extra: unknown }).extra, { a: 1 });
  });

  it('are none where get_schema iterates over what is no list', () => {
    for (const more of ['tags = 5', 'examples = 5', 'examples = ModuleExample("t")']) {
      const { schema, unsure } = only(`from apcore import ModuleExample\n${moduleText({ more: `    ${more}\n` })}`);
      assert.deepEqual([schema['input_schema'], schema['output_schema']], [null, null], more);
      assert.match(unsure[0] ?? '', /get_schema iterates over (?:tags|examples), which is no list/);
    }
  });

  it('cannot be told of a class that makes something else', () => {
    const { schema } = only(moduleText({ more: '    def __new__(cls): return 5\n' }));
    assert.equal(schema['input_schema'], null);
  });

  it('have the docstring of a root model, what json_encoders may change, and attributes of the metaclass', () => {
    const models = `from typing import Literal
from pydantic import BaseModel, ConfigDict, Field, RootModel
class Age(RootModel[int]):
    "In years"
    root: int = Field(ge=0, description="Hidden")
class Taken(BaseModel):
    model_config = ConfigDict(json_encoders={int: str})
    register: int
    count: int = 1
    word: str = "a"
    byte: Literal[b"a"]
    shown: int = Field(include=True)
`;
    const { schema } = only(models + moduleText({ input: 'Age', output: 'Taken' }));
    assert.equal((schema['input_schema'] as { description: unknown }).description, 'In years');
    assert.deepEqual(schema['output_schema'], {
      $defs: { $comment: 'cannot tell whether there are more' },
      properties: {
        register: { title: 'Register', type: 'integer' },
        count: { $comment: 'cannot tell: default (written as model_config says)', title: 'Count', type: 'integer' },
        word: { default: 'a', title: 'Word', type: 'string' },
        byte: { const: 'a', title: 'Byte', type: 'string' },
        shown: { title: 'Shown', type: 'integer' },
      },
      required: ['byte', 'shown'],
      title: 'Taken',
      type: 'object',
    });
  });

  it('say of a class what it says itself, whatever its companion says', () => {
    const [item] = exported({
      'extensions/a.py': moduleText(),
      'extensions/a_meta.yaml': 'description: Another\ntags: [x]\n',
    });
    assert.deepEqual([item?.schema['description'], item?.schema['tags']], ['Does it', []]);
  });

  it('say in the place of what cannot be told that it cannot, and why', () => {
    const text = moduleText().replace('    text: str\n', '    text: make()\n    size: int = count()\n');
    const { schema, unsure } = only(`from somewhere import make, count\n${text}`);
    const { properties } = schema['input_schema'] as { properties: unknown };
    const reason = 'somewhere is not part of the repository';
    assert.deepEqual(properties, {
      text: { $comment: `cannot tell: ${reason}`, title: 'Text' },
      size: { $comment: `cannot tell: default (${reason})`, title: 'Size', type: 'integer' },
    });
    assert.deepEqual(unsure.slice(0, 2), [`input_schema.text: ${reason}`, `input_schema.size: default (${reason})`]);
  });

  it('are none where pydantic fails to make them', () => {
    const text = moduleText().replace('    text: str\n', '    text: "Later"\n');
    const { schema, unsure, isWhole } = only(`${text}\nclass Later(BaseModel):\n    pass\n`);
    assert.deepEqual([schema['input_schema'], schema['output_schema'], isWhole], [null, null, false]);
    assert.match(unsure[0] ?? '', /Note is not fully defined, since Later is not/);
  });

  it('of TypeScript are those of TypeBox', () => {
    const [item] = exported({ 'extensions/a.ts': scriptText() });
    assert.deepEqual(item?.schema['input_schema'], {
      type: 'object',
      properties: { text: { type: 'string', description: 'What to say' }, loud: { type: 'boolean' } },
      required: ['text'],
    });
    assert.deepEqual(item.unsure, []);
  });

  it('of TypeScript have the options of the object', () => {
    const of = (options: string) => {
      const text = scriptText().replace('loud: Type.Optional(Type.Boolean()) }', `loud: Type.Boolean() }, ${options}`);
      const [item] = exported({ 'extensions/a.ts': text });
      const { additionalProperties, description } = item!.schema['input_schema'] as Record<string, unknown>;
      return [additionalProperties, description, item!.unsure];
    };
    assert.deepEqual(of(`{ additionalProperties: false, description: 'A note' }`), [false, 'A note', []]);
    assert.deepEqual(of('options()'), [undefined, undefined, ['input_schema: its options']]);
  });

  it('name what of model_config cannot be told', () => {
    const config = (text: string) =>
      only(
        `from elsewhere import choose, f, settings\n${IMPORTS}` +
          moduleText().replace('    text: str\n', `    model_config = ${text}\n    text: str\n`),
      );
    const [first, ...others] = config('ConfigDict(frozen=True, validate_default=f())').unsure;
    assert.match(first ?? '', /^whether it is registered: .* 'elsewhere' is imported/);
    assert.deepEqual(others, []);
    assert.equal(config('ConfigDict(extra=choose())').unsure[0], 'input_schema: extra in model_config');
    assert.match(config('settings()').unsure[0] ?? '', /^input_schema: model_config: /);
  });

  it('have a form for each profile', () => {
    const text =
      IMPORTS + moduleText({ more: '    annotations = ModuleAnnotations(streaming=True, destructive=True)\n' });
    const files = { 'extensions/shop/a.py': text };
    const keys = (form: SchemaForm) => Object.keys(exported(files, form)[0]!.schema);
    assert.deepEqual(keys({ profile: 'mcp' }), ['name', 'description', 'inputSchema', 'annotations', '_meta']);
    assert.deepEqual(keys({ profile: 'openai' }), ['type', 'function']);
    assert.deepEqual(keys({ profile: 'anthropic' }), ['name', 'description', 'input_schema']);
    assert.deepEqual(keys({ profile: 'generic' }), [
      'module_id',
      'description',
      'input_schema',
      'output_schema',
      'definitions',
    ]);
    const mcp = exported(files, { profile: 'mcp' })[0]!.schema;
    assert.deepEqual(mcp['annotations'], {
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
      openWorldHint: true,
      streaming: true,
    });
    const openai = exported(files, { profile: 'openai' })[0]!.schema['function'] as Record<string, unknown>;
    assert.equal(openai['name'], 'shop_a');
    assert.equal((openai['parameters'] as Record<string, unknown>)['additionalProperties'], false);
  });

  it('are given although something else aborts the discovery, and not of modules that are lost', () => {
    const files = {
      'extensions/a.py': moduleText(),
      'extensions/b.py': moduleText({ description: '' }),
      'extensions/a_meta.yaml': 'dependencies: [b]\n',
    };
    assert.deepEqual(
      exported(files).map(({ name }) => name),
      ['a'],
    );
  });
});
