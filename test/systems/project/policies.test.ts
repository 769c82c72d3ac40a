import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { contextOf } from '../../../server/src/features/context';
import { explain } from '../../../server/src/features/explain/explain';
import { explainText } from '../../../server/src/features/explain/text';
import type { RunSettings } from '../../../server/src/model/lookup';
import type { Workspace } from '../../../server/src/workspace';
import { checkFindings, parseFixture, workspaceOf } from '../../support/fixture';
import { repository as artifacts } from '../artifacts/repository';

const CORE = 'src/cursus/registry/step_names.py';
const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';

/** A repository with one pack, the steps `rows` in core and, if any, `locals` in the workspace alice. */
function withPack(pack: string, rows: string, locals = '', project = ''): string {
  return `#- registry-intelligence.yaml
policies: {packs: [p.policy.yaml]${project}}
#- p.policy.yaml
pack: p
${pack}
#- ${CORE}
STEP_NAMES = {${rows}}
#- ${ALICE}
LOCAL_STEPS = {${locals}}
`;
}

function messages(fixture: string, settings: RunSettings = {}): string[] {
  return said(workspaceOf(fixture, { settings }), [...parseFixture(fixture).files.keys()]);
}

function said(workspace: Workspace, paths: Iterable<string>): string[] {
  const found = [...paths].flatMap(at => workspace.findings(at)).filter(({ code }) => code === 'policy/violation');
  return found.map(({ severity, message }) => `${severity}: ${message}`);
}

describe('policy packs', () => {
  it('deny and allow names, whatever is allowed', () => {
    const pack = "policies: [{name: n, allow: ['Load*', Old], deny: [Old]}]";
    assert.deepEqual(messages(withPack(pack, '"LoadData": {}, "Old": {}, "Train": {}')), [
      "warning: 'Old' is denied by policy 'n' of pack 'p'",
      "warning: 'Train' is not among what policy 'n' of pack 'p' allows",
    ]);
  });

  it('ask for a style, for patterns and for fields that say something', () => {
    const pack = `policies:
  - {name: style, naming: PascalCase}
  - {name: shape, patterns: ['[A-Z]*Step', '*Load']}
  - {name: owned, require: [description, meta.owner], description: ask the platform team}`;
    const rows = '"a_b": {"description": "", "meta": {"owner": "x"}}, "DataLoad": {"description": "d", "meta": {}}';
    assert.deepEqual(
      messages(withPack(pack, rows)),
      [
        "warning: 'a_b' has to be PascalCase, says policy 'style' of pack 'p'",
        "warning: 'a_b' has to fit [A-Z]*Step or *Load, says policy 'shape' of pack 'p'",
        "warning: 'a_b' states no 'description', which policy 'owned' of pack 'p' requires: ask the platform team",
        "warning: 'DataLoad' states no 'meta.owner', which policy 'owned' of pack 'p' requires: ask the platform team",
      ].sort((a, b) => Number(a.includes('DataLoad')) - Number(b.includes('DataLoad')) || order(a) - order(b)),
    );
  });

  it('say nothing of fields that cannot be seen', () => {
    const pack = 'policies: [{name: n, require: [description]}]';
    assert.deepEqual(messages(withPack(pack, '"A": {**base}, "B": make(), "C": {"description": text()}')), []);
  });

  it('are about registries, workspaces, categories and names, and except some', () => {
    const rows = '"A": {"sagemaker_step_type": "Training"}, "B": {"framework": "xgboost"}';
    const about = (selector: string): string[] =>
      messages(withPack(`policies: [{name: n, deny: ['*'], ${selector}}]`, rows, '"C": {}')).map(
        message => /'(.*?)'/.exec(message)![1]!,
      );
    assert.deepEqual(about('for: {}'), ['A', 'B', 'C']);
    assert.deepEqual(about("for: {registries: ['src/**']}"), ['A', 'B']);
    assert.deepEqual(about('for: {workspaces: [alice]}'), ['C']);
    assert.deepEqual(about('for: {categories: [Training, xgboost]}'), ['A', 'B']);
    assert.deepEqual(about('for: {categories: [Training], names: [B]}'), []);
    assert.deepEqual(about("except: {names: ['[AC]']}"), ['B']);
    assert.deepEqual(about('for: {kinds: [module]}'), []);
  });

  it('are as grave as the environment says', () => {
    const pack = "policies: [{name: n, severity: info, environments: {prod: error, dev: 'off'}, deny: ['*']}]";
    const first = (project: string, settings: RunSettings = {}) =>
      messages(withPack(pack, '"A": {}', '', project), settings).map(message => message.split(':')[0]);
    assert.deepEqual(first(''), ['info']);
    assert.deepEqual(first(', environment: prod'), ['error']);
    assert.deepEqual(first(', environment: dev'), []);
    assert.deepEqual(first(', environment: __proto__'), ['info']);
    assert.deepEqual(first(', environment: dev', { environment: 'prod' }), ['error']);
  });

  it('set severities of rules, which lead to the pack; the project file goes over them', () => {
    const rules =
      'rules: [{code: step/*, environments: {prod: error}}, {code: step/naming-convention, severity: hint, workspaces: [bob]}]';
    const found = (project: string, after = '') => {
      const fixture = withPack(rules, '', '"my_step": {}', project).replace('#- p.policy', `${after}#- p.policy`);
      const findings = workspaceOf(fixture)
        .findings(ALICE)
        .filter(({ code }) => code === 'step/naming-convention');
      return findings.map(({ severity, related }) => [
        severity,
        ...related.map(({ path, message }) => `${path}: ${message}`),
      ]);
    };
    assert.deepEqual(found(''), [['info']]);
    assert.deepEqual(found(', environment: prod'), [['error', "p.policy.yaml: pack 'p' sets the severity"]]);
    assert.deepEqual(found(', environment: prod', 'rules: [{code: step/naming-convention, severity: warning}]\n'), [
      ['warning'],
    ]);
  });

  it('leave the steps of a cycle as they are where they set its severity', () => {
    const module = (name: string, needs: string): string =>
      `#- extensions/${name}.py\nfrom pydantic import BaseModel\nclass In(BaseModel):\n    x: int\nOut = In\nclass ${name.toUpperCase()}:\n    input_schema = In\n    output_schema = Out\n    description = "d"\n    def execute(self, inputs, context): ...\n#- extensions/${name}_meta.yaml\ndependencies:\n  - module_id: ${needs}\n`;
    const schemas = '#- extensions/__init__.py\n';
    const fixture = `#- registry-intelligence.yaml
policies: {packs: [p.policy.yaml]}
#- p.policy.yaml
pack: p
rules: [{code: module/dependency-cycle, severity: info}]
${schemas}${module('a', 'b')}${module('b', 'a')}`;
    const workspace = workspaceOf(fixture);
    const found = [...workspace.paths()].flatMap(at => workspace.findings(at));
    const cycle = found.find(({ code }) => code === 'module/dependency-cycle');
    assert.equal(cycle?.severity, 'info');
    assert.ok(cycle.related.every(({ path: at }) => at !== 'p.policy.yaml'));
  });

  it('are about modules and artifacts alike', () => {
    const pack = `pack: p
policies: [{name: owned, require: [owner, metadata.team]}, {name: seen, for: {kinds: [module]}, naming: PascalCase}]
`;
    const modules = `#- registry-intelligence.yaml
policies: {packs: [p.policy.yml]}
#- p.policy.yml
${pack}#- extensions/orders.py
class Orders:
    input_schema = In
    output_schema = Out
    description = "d"
    def execute(self, inputs, context): ...
#- extensions/orders_meta.yaml
owner: me
metadata: {}
`;
    assert.deepEqual(messages(modules), [
      "warning: 'orders' has to be PascalCase, says policy 'seen' of pack 'p'",
      "warning: 'orders' states no 'metadata.team', which policy 'owned' of pack 'p' requires",
    ]);
    const versions = artifacts(
      [{ version: '1.0.0' }, { version: '2.0.0', metadata: 'owner: me\nmetadata: {team: a}\n' }],
      {
        'registry-intelligence.yaml': 'policies: {packs: [x.policy.json]}\n',
        'x.policy.json':
          '{\n\t"pack": "p",\n\t"policies": [\n\t\t{"name": "owned", "require": ["owner"]},\n\t\t{"name": "old", "deny": ["stamper_node@1.*"]}\n\t]\n}\n',
      },
    );
    assert.deepEqual(said(versions, versions.paths()), [
      "warning: 'stamper_node' is denied by policy 'old' of pack 'p'",
      "warning: 'stamper_node' states no 'owner', which policy 'owned' of pack 'p' requires",
    ]);
  });

  it('say which version is meant, the one about the least first, and the explanation says so', () => {
    const trust = (score: number) => ({ metadata: `trust_score_stub: {trust_score: ${score}}\n` });
    const workspace = artifacts(
      [
        { version: '1.0.0', ...trust(0.9) },
        { version: '2.0.0', ...trust(0.1) },
      ],
      {
        'registry-intelligence.yaml': 'policies: {packs: [a.policy.yaml, b.policy.yaml]}\n',
        'a.policy.yaml':
          'pack: a\npolicies: [{name: t, for: {names: [stamper_node]}, version_policy: highest_trust}]\n',
        'b.policy.yaml': 'pack: b\npolicies: [{name: l, version_policy: exact}]\n',
      },
    );
    const [found] = explain(workspace, 'stamper_node', contextOf(workspace, undefined, {}), 'artifact');
    assert.equal(found!.outcome.winner, 'stamper_node@1.0.0');
    assert.match(found!.outcome.reason, /policy 't' of pack 'a'/);
    assert.equal(found!.under, 'policy highest_trust');
    assert.deepEqual(
      [...new Set(found!.policies!.map(({ policy, verdict, why }) => `${policy} ${verdict}: ${why}`))],
      [
        't decides: version_policy highest_trust',
        "l overruled: version_policy exact: policy 't' of pack 'a' goes over it",
      ],
    );
  });

  it('are part of explanations', () => {
    const pack =
      "policies: [{name: no, deny: [A], for: {kinds: [step]}}, {name: yes, allow: ['*'], description: fine}, {name: other, deny: [B], for: {names: [B]}}]";
    const workspace = workspaceOf(withPack(pack, '"A": {}'));
    const [found] = explain(workspace, 'A', contextOf(workspace, undefined, {}), 'step');
    assert.deepEqual(
      found!.policies!.map(({ policy, verdict, why }) => [policy, verdict, why]),
      [
        ['no', 'broken', "'A' is denied by policy 'no' of pack 'p'"],
        ['yes', 'kept', 'fine'],
      ],
    );
    assert.match(explainText(workspace, found!), /policies\n {2}✘ no of p +p\.policy\.yaml:2/);
  });

  it('are checked, where the project file names them', () => {
    const pack = `policies:
  - {name: a, naming: pascalcase}
#                     ^^^^^^^^^^ config/invalid
  - {name: b, deny: ['']}
#                    ^^ config/invalid
  - {name: c, deny: [A], environments: {prod: loud}}
#                                             ^^^^ config/invalid
  - {name: d, denny: [A]}
#             ^^^^^ config/invalid
  - {deny: [A]}
#    ^^^^ config/invalid
  - {name: e, deny: [A]}
rules: [{code: step/nothing}]
#              ^^^^^^^^^^^^ config/invalid
`;
    checkFindings(withPack(pack, ''), ['config/*']);
    assert.equal(messages(withPack(pack.replaceAll(/^#.*\n/gm, ''), '"A": {}')).length, 1);
    checkFindings('#- else.policy.json\n{"Version": 1, "Statement": [}\n', ['config/*']);
    checkFindings(
      '#- registry-intelligence.yaml\npolicies: {packs: [nowhere.policy.yaml, ../a.policy.yaml, pack.yaml]}\n#                  ^^^^^^^^^^^^^^^^^^^ config/invalid\n#                                       ^^^^^^^^^^^^^^^^ config/invalid\n#                                                         ^^^^^^^^^ config/invalid\n#- pack.yaml\n',
      ['config/*'],
    );
    checkFindings(
      '#- registry-intelligence.yaml\npolicies: {packs: [a.policy.yaml]}\n#- a.policy.yaml\npolicies: []\n#^^^^^^^ config/invalid\n',
      ['config/*'],
    );
  });

  it('are in force again as soon as they are edited', () => {
    const workspace = workspaceOf(withPack('policies: [{name: n, deny: [A]}]', '"A": {}, "B": {}'));
    assert.equal(workspace.findings(CORE).filter(({ code }) => code === 'policy/violation').length, 1);
    workspace.apply(
      new Map([['p.policy.yaml', { text: 'pack: p\npolicies: [{name: n, deny: [B, A]}]\n', open: true }]]),
    );
    assert.ok(workspace.takeChangedPaths().has(CORE));
    assert.equal(workspace.findings(CORE).filter(({ code }) => code === 'policy/violation').length, 2);
    workspace.apply(new Map([['p.policy.yaml', undefined]]));
    assert.deepEqual(
      workspace.findings(CORE).filter(({ code }) => code === 'policy/violation'),
      [],
    );
  });

  it('are all described', () => {
    const docs = readFileSync(path.join(import.meta.dirname, '../../../docs/policy-packs.md'), 'utf8');
    const [, example] = [...docs.matchAll(/```yaml\n(.*?)```/gs)].map(block => block[1]!);
    const named = '#- registry-intelligence.yaml\npolicies: {packs: [x.policy.yaml]}\n#- x.policy.yaml\n';
    checkFindings(named + example!, ['config/*']);
    const schema = readFileSync(path.join(import.meta.dirname, '../../../schemas/policy-pack.schema.json'), 'utf8');
    const keys = [...schema.matchAll(/"(\w+)": \{\s*"(?:type|pattern)"/g)].map(([, key]) => key!);
    assert.ok(keys.length > 20);
    for (const key of keys.filter(each => !['items', 'additionalProperties', 'properties'].includes(each)))
      assert.match(example!, new RegExp(`\\b${key}:`), key);
  });
});

/** The order of the policies of the second test. */
function order(message: string): number {
  return ['style', 'shape', 'owned'].findIndex(policy => message.includes(`'${policy}'`));
}
