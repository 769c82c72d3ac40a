import assert from 'node:assert/strict';
import { compactSchema, strictSchema, withoutExtensions } from '../../../server/src/features/export/schema-forms';

const TEXT = { type: 'string' };

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
      { properties: { a: { type: ['string', 'null'] } } },
      { properties: { a: { type: ['string', 'null'] } }, required: ['a'], additionalProperties: false },
    ],
    [
      'lays null beside what has no type of its own',
      { type: ['object', 'null'], properties: { a: { $ref: '#/$defs/A' }, b: { anyOf: [TEXT] } } },
      {
        type: ['object', 'null'],
        properties: {
          a: { anyOf: [{ $ref: '#/$defs/A' }, { type: 'null' }] },
          b: { anyOf: [{ anyOf: [TEXT] }, { type: 'null' }] },
        },
        required: ['a', 'b'],
        additionalProperties: false,
      },
    ],
    [
      'is strict inside of lists, tuples, alternatives and definitions',
      {
        $defs: { A: { properties: {} } },
        items: { properties: {} },
        prefixItems: [{ properties: {} }],
        oneOf: [{ properties: {} }],
      },
      Object.fromEntries(
        Object.entries({ $defs: { A: null }, items: null, prefixItems: [null], oneOf: [null] }).map(([key, value]) => {
          const strict = { properties: {}, required: [], additionalProperties: false };
          return [key, key === '$defs' ? { A: strict } : Array.isArray(value) ? [strict] : strict];
        }),
      ),
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
  it('go at any depth, but names and data stay', () => {
    const schema = {
      'x-owner': 'billing',
      properties: { 'x-trace': { type: 'string', 'x-sensitive': true, default: { 'x-data': 1 } } },
    };
    assert.deepEqual(withoutExtensions(schema, { defaults: 'kept' }), {
      properties: { 'x-trace': { type: 'string', default: { 'x-data': 1 } } },
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
