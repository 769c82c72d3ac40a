import assert from 'node:assert/strict';
import { completion } from '../../../server/src/features/completion';
import { hover } from '../../../server/src/features/hover';
import { parseFixture, workspaceOf } from '../../support/fixture';

function offered(fixture: string): readonly string[] | undefined {
  const parsed = parseFixture(fixture);
  const { path, offset } = parsed.cursor!;
  return completion(workspaceOf(parsed), path, offset, {})?.items.map(({ label }) => label);
}

function shown(fixture: string): string | undefined {
  const parsed = parseFixture(fixture);
  const { path, offset } = parsed.cursor!;
  return hover(workspaceOf(parsed), path, offset, {}, { linkTo: () => undefined })?.markdown;
}

const PROJECT = '#- registry-intelligence.yaml\n';
const PACK = '#- p.policy.yaml\n';

describe('the project file and policy packs, while they are typed', () => {
  it('offer keys that are not there yet', () => {
    const keys = offered(`${PROJECT}core: a\np$0\n`)!;
    assert.ok(keys.includes('policies') && !keys.includes('core'));
    assert.deepEqual(offered(`${PROJECT}policies:\n  packs: []\n  $0\n`), ['environment']);
    assert.ok(offered(`${PACK}pack: a\npolicies:\n  - name: x\n    ver$0\n`)!.includes('version_policy'));
    assert.ok(offered(`${PACK}pack: a\npolicies:\n  - name: x\n    for: {kinds: [step], n$0}\n`)!.includes('names'));
  });

  it('offer values', () => {
    assert.deepEqual(offered(`${PROJECT}resolution:\n  mode: s$0\n`)?.slice(0, 1), ['strict']);
    assert.deepEqual(offered(`${PACK}pack: a\npolicies:\n  - name: x\n    naming: snake$0\n`), ['snake_case']);
    assert.ok(offered(`${PACK}pack: a\nrules:\n  - code: step/con$0\n`)!.includes('step/conflict'));
  });

  it('say what keys mean', () => {
    assert.match(shown(`${PROJECT}resolution:\n  pro$0file: hybrid\n`)!, /^\*\*profile\*\*.*isolated, hybrid/s);
    assert.match(
      shown(`${PACK}pack: a\npolicies:\n  - name: x\n    den$0y: [A]\n`)!,
      /^\*\*deny\*\*.*may not be there/s,
    );
    assert.equal(shown(`${PACK}pack: a\nnothing$0: 1\n`), undefined);
    assert.equal(shown(`${PROJECT}# no$0thing\n`), undefined);
  });
});
