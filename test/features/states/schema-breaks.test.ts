import assert from 'node:assert/strict';
import { brokenFields, schemasOf } from '../../../server/src/features/states/schema-breaks';
import { workspaceOfFiles } from '../../support/fixture';

/** The schemas of a module `shop.orders` whose models are given. */
function schemasWith(models: string): ReturnType<typeof schemasOf> {
  const text = `from pydantic import BaseModel\nfrom typing import Any, List, Literal, Optional\n\n\n${models}


class Orders:
    input_schema = In
    output_schema = Out
    description = "Orders"

    def execute(self, inputs, context=None):
        return {}
`;
  return schemasOf(workspaceOfFiles(new Map([['extensions/shop/orders.py', text]])));
}

const BEFORE = `
class Item(BaseModel):
    sku: str
    count: int


class In(BaseModel):
    items: List[Item]
    kind: Literal["a", "b"] = "a"
    note: Optional[str] = None
    price: float = 1.0


class Out(BaseModel):
    total: int
    state: str = "new"`;

/** What breaks, one line each: side, field, change. */
function breaks(after: string): string[] {
  return brokenFields(schemasWith(BEFORE), schemasWith(after)).map(each =>
    `${each.side} ${each.field} ${each.change}`.replace(/ {2}/, ' '),
  );
}

describe('fields of schemas that break consumers', () => {
  it('are none where a schema only takes more, or gives no other than it gave', () => {
    assert.deepEqual(breaks(BEFORE), []);
    const wider = BEFORE.replace('count: int', 'count: float\n    gift: bool = False').replace(
      '"a", "b"',
      '"a", "b", "c"',
    );
    assert.deepEqual(breaks(wider.replace('total: int', 'total: int = 0\n    tax: float')), []);
  });

  const cases: readonly [what: string, from: string, to: string, broken: string[]][] = [
    [
      'a field of a nested model that callers have to give',
      'count: int',
      'count: int\n    unit: str',
      ['input items[].unit required'],
    ],
    [
      'an optional field that becomes required',
      'note: Optional[str] = None',
      'note: Optional[str]',
      ['input note required'],
    ],
    ['a type that is taken no longer', 'note: Optional[str] = None', 'note: str = ""', ['input note type']],
    ['a type that callers did not get before', 'total: int', 'total: float', ['output total type']],
    ['a value that is taken no longer', '"a", "b"', '"a", "c"', ['input kind values']],
    ['a field that answers lack', '    state: str = "new"', '    pass', ['output state removed']],
    ['a field that is ignored from now on', '    price: float = 1.0\n', '', ['input price removed']],
    ['nothing of what only running code tells', 'sku: str', 'sku: made_by("code")', []],
  ];
  for (const [what, from, to, broken] of cases)
    it(`are told: ${what}`, () => {
      assert.deepEqual(breaks(BEFORE.replace(from, to)), broken);
    });

  it('are not told of states that were kept without schemas', () => {
    assert.deepEqual(brokenFields(undefined, schemasWith(BEFORE)), []);
  });

  it('are told once of a model that many ways lead to', () => {
    const chain = (last: string): object => {
      const $defs: Record<string, object> = { M60: { type: 'object', properties: { x: { type: last } } } };
      for (let i = 0; i < 60; i++) {
        const next = { $ref: `#/$defs/M${i + 1}` };
        $defs[`M${i}`] = { type: 'object', properties: { a: next, b: next } };
      }
      return { $ref: '#/$defs/M0', $defs };
    };
    const state = (last: string): Parameters<typeof brokenFields>[0] => [
      { kind: 'module', name: 'm', input: chain(last), output: null },
    ];
    assert.deepEqual(
      brokenFields(state('string'), state('integer')).map(({ change }) => change),
      ['type'],
    );
  });
});
