import assert from 'node:assert/strict';
import { completion } from '../../../server/src/features/at-cursor/completion';
import { hover } from '../../../server/src/features/at-cursor/hover';
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
    assert.deepEqual(offered(`${PROJECT}merge_preview: $0\n`), ['true', 'false']);
  });

  it('offer items of lists, whichever way they are written', () => {
    const policy = `${PACK}pack: a\npolicies:\n  - name: x\n`;
    for (const list of ['{kinds: [$0]}', '{kinds: [step, $0]}', '\n      kinds:\n        - $0\n'])
      assert.deepEqual(offered(`${policy}    for: ${list}\n`), ['step', 'module', 'artifact'], list);
    assert.deepEqual(offered(`${policy}    for: {kinds: [st$0]}\n`), ['step']);
    assert.deepEqual(offered(`#- p.policy.json\n{"pack": "a", "policies": [{"for": {"kinds": ["mo$0"]}}]}\n`), [
      'module',
    ]);
    assert.equal(offered(`${policy}    for: {names: [$0]}\n`), undefined);
    assert.ok(offered(`${policy}    for:\n      $0\n`)!.includes('registries'));
  });

  it('offer what is known of environments and packs', () => {
    const pack = `${PACK}pack: a\npolicies: [{name: x, environments: {prod: error, dev: 'off'}}]\n`;
    assert.deepEqual(offered(`${PROJECT}policies:\n  environment: $0\n${pack}`), ['dev', 'prod']);
    assert.deepEqual(offered(`${PROJECT}policies:\n  packs: [$0]\n${pack}`), ['p.policy.yaml']);
    const environments = `#- q.policy.yaml\npack: b\nrules:\n  - code: step/*\n    environments:\n      `;
    assert.deepEqual(offered(`${environments}dev: info\n      p$0: error\n${pack}`), ['prod']);
    assert.deepEqual(offered(`${environments}prod: $0\n`), ['error', 'warning', 'info', 'hint', 'off']);
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
