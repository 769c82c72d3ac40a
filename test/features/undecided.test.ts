import assert from 'node:assert/strict';
import { soleCheckpoint } from '../../server/src/base/cancellation';
import { completion } from '../../server/src/features/at-cursor/completion';
import { hover } from '../../server/src/features/at-cursor/hover';
import { inlayHints } from '../../server/src/features/at-cursor/inlay-hints';
import { lenses, lensText } from '../../server/src/features/at-cursor/lenses';
import { explainJson } from '../../server/src/features/explain/json';
import { explain } from '../../server/src/features/explain/explain';
import { explainMarkdown } from '../../server/src/features/explain/markdown';
import { explainText } from '../../server/src/features/explain/text';
import { contextOf } from '../../server/src/features/context';
import { exportSchemas } from '../../server/src/features/export/schemas';
import { conflicts } from '../../server/src/features/overviews/conflicts';
import { counted } from '../../server/src/features/overviews/counted';
import { dashboard } from '../../server/src/features/overviews/dashboard';
import { graph } from '../../server/src/features/overviews/graph';
import { health } from '../../server/src/features/overviews/health';
import { figuresOf } from '../../server/src/features/overviews/registries';
import { treeNodes } from '../../server/src/features/overviews/tree';
import { workspaceOfFiles } from '../support/fixture';
import { ALICE, BOB, CORE, REPOSITORY } from '../cli/repository';
import { moduleText } from '../systems/modules/module-text';

const ODD = 'extensions/odd.py';
const COMPANION = 'extensions/odd_meta.yaml';
const PLAIN = 'extensions/plain_meta.yaml';
const ARTIFACTS = 'src/onex/registry/registry.yaml';
const CALLER = 'developer_workspaces/developers/alice/src/cursus_dev/pipeline.py';

function textAt(path: string): string {
  const text = REPOSITORY[path];
  assert.ok(typeof text === 'string');
  return text;
}

/** One thing of each system that only running decides: the step Package of alice, the module odd, the artifact stamper_node. */
const FILES: Readonly<Record<string, string>> = {
  [CORE]: textAt(CORE),
  [BOB]: textAt(BOB),
  [ALICE]: `import os

LOCAL_STEPS = {}
STEP_OVERRIDES = {"Package": os.environ.get("PACKAGE_ROW")}
WORKSPACE_METADATA = {"developer_id": "alice", "version": "1.0.0", "description": "Fraud"}
`,
  [CALLER]: 'from cursus.registry import get_step_definition\n\nget_step_definition("Package")\n',
  [ODD]: `from company_lib import registered\n${moduleText().replace(/^class (?!.*BaseModel)/m, '@registered\nclass ')}`,
  [COMPANION]: 'description: Odd\n',
  'extensions/plain.py': moduleText(),
  [PLAIN]: 'dependencies:\n  - module_id: od\n    optional: true\n  - module_id: odd\n    optional: true\n',
  [ARTIFACTS]: `nodes:
  - name: stamper_node
    versions:
      - {version: 2.0.0, path: ../elsewhere/stamper_node/v2_0_0, metadata_file: node.onex.yaml}
`,
};

const workspace = workspaceOfFiles(new Map(Object.entries(FILES)));
const ALICES = { requested: { workspace: 'alice' } };

function offsetOf(path: string, text: string): number {
  return String(FILES[path]).indexOf(text) + 1;
}

const hoverAt = (path: string, text: string): unknown =>
  hover(workspace, path, offsetOf(path, text), ALICES, { linkTo: () => undefined })?.markdown;

const lensesOf = (path: string): unknown =>
  lenses(workspace, path)?.map(({ id, text }) => (text ?? lensText(workspace, path, id))?.title);

const completionAt = (path: string, text: string): unknown =>
  completion(workspace, path, offsetOf(path, text), ALICES)?.items;

const explained = (name: string): ReturnType<typeof explain> =>
  explain(workspace, name, contextOf(workspace, undefined, ALICES));

const nodesOf = (...id: string[]): unknown => treeNodes(workspace, 'registries', id);

const UNTOLD = /cannot (?:be told|tell)/;

/** Each output about each of the three, and what has to be in it. */
const OUTPUTS: Readonly<Record<string, readonly [() => unknown, RegExp]>> = {
  'hover over a step': [() => hoverAt(ALICE, 'Package'), UNTOLD],
  'hover over a module': [() => hoverAt(ODD, 'Module'), UNTOLD],
  'hover over an artifact': [() => hoverAt(ARTIFACTS, 'stamper_node'), UNTOLD],
  'lenses of a step': [() => lensesOf(ALICE), UNTOLD],
  'lenses of a module': [() => lensesOf(ODD), UNTOLD],
  'lenses of a companion': [() => lensesOf(COMPANION), UNTOLD],
  'lenses of an artifact': [() => lensesOf(ARTIFACTS), UNTOLD],
  'hint after a step': [() => inlayHints(workspace, CALLER, { start: 0, end: 999 }, ALICES), UNTOLD],
  'completion of a step': [() => completionAt(CALLER, 'Package'), /Package[^}]*cannot tell whether it is loaded/],
  'completion of a module': [() => completionAt(PLAIN, 'od\n'), /odd[^}]*cannot tell whether it is registered/],
  'tree of steps': [() => nodesOf('step', 'alice'), /cannot tell: /],
  'tree of modules': [() => nodesOf('module', 'extensions'), /cannot tell: /],
  'tree of artifacts': [() => nodesOf('artifact', ARTIFACTS), /cannot tell: /],
  'the top of the tree': [() => nodesOf(), /1 of which cannot be told/],
  'the status item': [() => figuresOf(workspace), /"undecided":3/],
  dashboard: [() => dashboard(workspace, soleCheckpoint()), /"undecided":1.*"undecided":1.*"undecided":1/s],
  health: [() => health(workspace).registries.map(({ status }) => status), /UNKNOWN.*UNKNOWN.*UNKNOWN/s],
  'graph of modules': [
    async () => (await graph(workspace, soleCheckpoint())).nodes.find(({ name }) => name === 'odd'),
    /"isUndecided":true/,
  ],
  'schemas of a module': [
    () => exportSchemas(workspace, {}).find(({ name }) => name === 'odd'),
    /whether it is registered/,
  ],
};

/** JSON, without the files of facts, which lead everywhere. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => (key === 'place' || key === 'at' ? undefined : inner));
}

describe('what only running decides, in what an editor shows', () => {
  for (const [what, [ask, says]] of Object.entries(OUTPUTS))
    it(`is called so by ${what}`, async () => assert.match(textOf(await ask()), says));

  for (const name of ['Package', 'odd', 'stamper_node'])
    it(`has no winner in any form of the explanation of ${name}`, () => {
      const [explanation, ...others] = explained(name);
      assert.ok(explanation !== undefined && others.length === 0);
      const { outcome, pipeline } = explainJson(workspace, explanation);
      assert.deepEqual([outcome.resolved, outcome.winner], [null, null]);
      assert.doesNotMatch(JSON.stringify(pipeline), /skipped/);
      for (const text of [explainText(workspace, explanation), explainMarkdown(workspace, explanation, () => '')])
        assert.match(text, /cannot tell/i);
    });
});

describe('a core registry that code fills', () => {
  const files = { ...FILES, [CORE]: 'from company_lib import load\n\nSTEP_NAMES = load()\n' };
  const opaque = workspaceOfFiles(new Map(Object.entries(files)));
  const ask = (name: string, requested: object): ReturnType<typeof explain>[number] | undefined =>
    explain(opaque, name, contextOf(opaque, undefined, { requested }), 'step')[0];

  it('may have any step, whoever asks', () => {
    for (const requested of [
      {},
      { workspace: 'alice' },
      { profile: 'isolated' },
      { workspace: 'alice', profile: 'isolated' },
      { profile: 'intelligent' },
    ]) {
      const found = ask('Training', requested);
      assert.equal(found?.outcome.resolved, null, JSON.stringify(requested));
      assert.match(found.outcome.reason, /^cannot tell: /);
    }
  });

  it('is what nobody can tell where core alone is asked, and not nobody', () => {
    const found = ask('XGBoostTraining', { workspace: 'bob' });
    assert.equal(found?.outcome.resolved, true);
    const flag = found.divergence.find(({ when }) => when.startsWith('CURSUS_HYBRID_REGISTRY'));
    assert.equal(flag?.winner, 'cannot tell');
    assert.doesNotMatch(
      JSON.stringify(found.divergence, (key, inner: unknown) => (key === 'at' ? undefined : inner)),
      /nobody/,
    );
  });

  it('is a registry of unknown health, in the tree as well', () => {
    const core = health(opaque).registries.find(({ kind, owner }) => kind === 'step' && owner === '');
    assert.equal(core?.status, 'UNKNOWN');
    const node = treeNodes(opaque, 'registries').find(({ id }) => id.join() === 'step,');
    assert.match(node?.description ?? '', /what code adds/);
  });

  it('is undecided on the dashboard, which lists it', async () => {
    const core = (await dashboard(opaque, soleCheckpoint())).registries.find(
      ({ kind, owner }) => kind === 'step' && owner === '',
    );
    assert.deepEqual([core?.definitions, core?.undecided], [0, 1]);
    const listed = await counted(
      { what: 'undecided', registry: { kind: 'step', owner: '' } },
      opaque,
      soleCheckpoint(),
    );
    assert.deepEqual(
      listed.map(({ text, at }) => [text, at?.path]),
      [['STEP_NAMES', CORE]],
    );
  });

  it('leaves tables to be exported with a word of it', () => {
    const answers = opaque.answers.find(({ kind }) => kind === 'step');
    for (const make of Object.values(answers?.exportedTables ?? {}))
      assert.match(make(undefined, opaque.lookup).omissions.join('\n'), /^further rows of STEP_NAMES: cannot tell: /m);
    assert.deepEqual(
      answers?.openParts?.(undefined, opaque.lookup).map(({ name, workspace: owner }) => [name, owner]),
      [['STEP_NAMES', undefined]],
    );
  });

  it('decides nothing between workspaces, whose rows come before those of core', () => {
    for (const { winners } of conflicts(opaque))
      for (const { outcome } of winners) assert.equal(outcome.resolved, true, outcome.reason);
  });
});

describe('what holds by default', () => {
  it('is not called open where core alone is asked by default', () => {
    const open = workspaceOfFiles(
      new Map(
        Object.entries({
          ...FILES,
          [ALICE]: `import os\n\nLOCAL_STEPS = {"Package": os.environ.get("PACKAGE_ROW")}\nSTEP_OVERRIDES = {}\n`,
        }),
      ),
    );
    const [found] = explain(open, 'Package', contextOf(open, undefined, { requested: { workspace: 'bob' } }), 'step');
    assert.ok(found !== undefined);
    assert.doesNotMatch(explainText(open, found), /nobody can tell who wins/);
  });
});
