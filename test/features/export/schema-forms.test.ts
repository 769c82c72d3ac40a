import assert from 'node:assert/strict';
import {
  compactSchema,
  strictSchema,
  withDescriptionsForModels,
  withoutExtensions,
} from '../../../server/src/features/export/schema-forms';

const TEXT = { type: 'string' };
const OBJECT = { type: 'object', properties: {} };
const STRICT = { ...OBJECT, required: [], additionalProperties: false };

describe('a strict schema', () => {
  const cases: readonly [what: string, before: unknown, after: unknown][] = [
    [
      'requires every property, in the order of the alphabet, and allows no other',
      { type: 'object', properties: { b: TEXT, a: TEXT }, required: ['b', 'a'] },
      { type: 'object', properties: { b: TEXT, a: TEXT }, required: ['a', 'b'], additionalProperties: false },
    ],
    [
      'lets what was optional be null',
      { type: 'object', properties: { a: TEXT } },
      {
        type: 'object',
        properties: { a: { type: ['string', 'null'] } },
        required: ['a'],
        additionalProperties: false,
      },
    ],
    [
      'does not say null twice',
      { type: 'object', properties: { a: { type: ['string', 'null'] } } },
      {
        type: 'object',
        properties: { a: { type: ['string', 'null'] } },
        required: ['a'],
        additionalProperties: false,
      },
    ],
    [
      'lays null beside what has no type of its own',
      { type: 'object', properties: { a: { $ref: '#/$defs/A' }, b: { anyOf: [TEXT] } } },
      {
        type: 'object',
        properties: {
          a: { oneOf: [{ $ref: '#/$defs/A' }, { type: 'null' }] },
          b: { oneOf: [{ anyOf: [TEXT] }, { type: 'null' }] },
        },
        required: ['a', 'b'],
        additionalProperties: false,
      },
    ],
    [
      'is strict inside of lists, alternatives and definitions',
      { $defs: { A: OBJECT }, items: OBJECT, oneOf: [OBJECT] },
      { $defs: { A: STRICT }, items: STRICT, oneOf: [STRICT] },
    ],
    [
      'is not strict inside of tuples and dicts, where apcore does not look',
      { prefixItems: [OBJECT], additionalProperties: OBJECT },
      { prefixItems: [OBJECT], additionalProperties: OBJECT },
    ],
    [
      'leaves properties of what is no object alone',
      { type: 'string', properties: { a: TEXT } },
      { type: 'string', properties: { a: TEXT } },
    ],
    ['has no defaults and no x- keywords', { type: 'string', default: 'x', 'x-hint': 1 }, TEXT],
    ['of no schema is none', null, null],
  ];
  for (const [what, before, after] of cases)
    it(what, () => {
      const copy = structuredClone(before);
      assert.deepEqual(strictSchema(before), after);
      assert.deepEqual(before, copy, 'what was given is as it was');
    });
});

describe('x- keywords', () => {
  it('go at any depth, also where a property is called like that, as apcore has it', () => {
    const schema = {
      'x-owner': 'billing',
      properties: { 'x-trace': TEXT, id: { type: 'string', 'x-sensitive': true, default: 1 } },
    };
    assert.deepEqual(withoutExtensions(schema, { defaults: 'kept' }), {
      properties: { id: { type: 'string', default: 1 } },
    });
  });
});

describe('a description for language models', () => {
  it('takes the place of the one for people', () => {
    const schema = {
      properties: {
        to: { description: 'Whom.', 'x-llm-description': 'An address.' },
        cc: { 'x-llm-description': 'Unused.' },
      },
    };
    assert.deepEqual(withDescriptionsForModels(schema), {
      properties: {
        to: { description: 'An address.', 'x-llm-description': 'An address.' },
        cc: { 'x-llm-description': 'Unused.' },
      },
    });
  });
});

describe('a compact description', () => {
  const compact = (description: string) => compactSchema({ description, examples: [] })['description'];
  it('is one sentence or one line', () => {
    assert.equal(compact('Sends mail. At once.'), 'Sends mail.');
    assert.equal(compact('Sends mail\nat once. Or not'), 'Sends mail');
    assert.equal(compact('Version 1.2'), 'Version 1.2');
  });
  it('comes without examples', () => {
    assert.ok(!('examples' in compactSchema({ description: '', examples: [] })));
  });
});
