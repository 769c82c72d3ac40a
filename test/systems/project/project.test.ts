import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DEFAULT_SETTINGS, settingsOf, type Settings } from '../../../server/src/model/settings';
import { settings as artifactSettings } from '../../../server/src/systems/artifacts/settings';
import { checkFindings, workspaceOf } from '../../support/fixture';

const repository = path.resolve(import.meta.dirname, '../../..');

/** What a project file says that says nothing. */
const DEFAULTS: Settings = {
  ...DEFAULT_SETTINGS,
  systems: { steps: {}, modules: {}, artifacts: artifactSettings.initial },
};

function settingsFrom(text: string): Settings {
  return settingsOf(workspaceOf(`#- registry-intelligence.yaml\n${text}`).lookup);
}

function check(text: string): void {
  checkFindings(`#- registry-intelligence.yaml\n${text}`, ['config/*']);
}

describe('the project file', () => {
  it('says what it says', () => {
    const settings = settingsFrom(`
core: ./src/cursus/
workspaces: developer_workspaces/developers
resolution:
  profile: intelligent
  mode: strict
  preferred_frameworks: [xgboost, pytorch]
  environment_preferences: [production]
rules:
  - {code: step/*, severity: off, paths: [a/**]}
  - {code: step/conflict, severity: error, workspaces: [alice]}
`);
    assert.deepEqual(settings, {
      resolution: {
        profile: 'intelligent',
        mode: 'strict',
        preferredFrameworks: ['xgboost', 'pytorch'],
        environmentPreferences: ['production'],
      },
      policies: DEFAULT_SETTINGS.policies,
      mergePreview: false,
      systems: {
        ...DEFAULTS.systems,
        steps: { core: 'src/cursus', workspaces: 'developer_workspaces/developers' },
      },
      rules: [
        { code: 'step/*', severity: 'off', paths: ['a/**'] },
        { code: 'step/conflict', severity: 'error', workspaces: ['alice'] },
      ],
    });
  });

  it('says how artifacts are found and chosen', () => {
    const { artifacts } = settingsFrom(`
artifacts:
  registries:
    - {path: ./lib/registry.yaml, scope: plugin, precedence: 5, namespace: lib}
    - {path: other.yaml, scope: first}
  policy: pinned
  pins: {stamper: 1.0.0, __proto__: 2.0.0}
  aliases: {s: stamper@1.0.0}
  trust_field: score
  include_wip: true
`).systems;
    assert.deepEqual(artifacts, {
      registries: [{ path: 'lib/registry.yaml', scope: 'plugin', precedence: 5, namespace: 'lib' }],
      policy: 'pinned',
      pins: new Map([
        ['stamper', '1.0.0'],
        ['__proto__', '2.0.0'],
      ]),
      aliases: new Map([['s', 'stamper@1.0.0']]),
      trustField: 'score',
      includeWip: true,
    });
  });

  it('says which policy packs are in force, and in which environment', () => {
    const { policies } = settingsFrom(
      'policies: {packs: [./p/a.policy.yaml, b.txt, 7, p/a.policy.yaml], environment: production}\n',
    );
    assert.deepEqual(policies, { packs: ['p/a.policy.yaml'], environment: 'production' });
  });

  it('counts at the root only', () => {
    const workspace = workspaceOf('#- lib/registry-intelligence.yaml\nresolution: {profile: hybrid}\n');
    assert.deepEqual(settingsOf(workspace.lookup), DEFAULT_SETTINGS);
  });

  it('keeps what is sound when something is not', () => {
    const settings = settingsFrom(`
core: 1
workspaces: ../elsewhere
resolution: {profile: isolate, mode: strict}
rules:
  - {code: step/conflict, severity: loud}
  - {code: step/conflict, severity: error, paths: a}
  - {code: step/conflict, severity: hint}
`);
    assert.deepEqual(settings, {
      resolution: { ...DEFAULT_SETTINGS.resolution, mode: 'strict' },
      policies: DEFAULT_SETTINGS.policies,
      mergePreview: false,
      systems: DEFAULTS.systems,
      rules: [{ code: 'step/conflict', severity: 'hint' }],
    });
  });

  it('reports artifact registries that are not there, each where it is written', () => {
    check(`artifacts:
  registries:
    - path: lib/registry.yaml
#           ^^^^^^^^^^^^^^^^^ config/invalid
    - {path: there.yaml}
    - {path: other.yaml, scope: first}
#                               ^^^^^ config/invalid
    - {path: gone.yaml, scope: core}
#            ^^^^^^^^^ config/invalid
#- there.yaml
nodes: []
`);
  });

  it('keeps what is sound around damage', () => {
    const settings = settingsFrom('resolution:\n  mode: strict\nrules: [\n');
    assert.equal(settings.resolution.mode, 'strict');
  });

  it('has defaults where nothing usable is written', () => {
    for (const text of ['', '- a\n', 'core:\nrules:\nresolution:\n', 'resolution: {profile: *x}\n', 'rules: *x\n'])
      assert.deepEqual(settingsFrom(text), DEFAULTS, text);
  });

  it('takes the names of objects for what they are', () => {
    check('constructor: 1\n#^^^^^^^^^^ config/invalid\n__proto__: {}\n#^^^^^^^^ config/invalid\n');
  });

  it('reports what breaks the schema where it stands', () => {
    check(
      `
workspaces: 7
#           ^ config/invalid
wrkspaces: x
#^^^^^^^^ config/invalid
resolution:
  profile: 7
#          ^ config/invalid
rules:
  - severity: off
#   ^^^^^^^^ config/invalid
  - code: step/nothing
#         ^^^^^^^^^^^^ config/invalid
    severity: no
#             ^^ config/invalid
core: nowhere.py
core: nowhere.py
#^^^ config/invalid
#     ^^^^^^^^^^ config/invalid
`,
    );
  });

  it('reports paths that lead out of the root, and those that lead nowhere', () => {
    check('core: /etc\n#     ^^^^ config/invalid\nworkspaces: a/../../b\n#           ^^^^^^^^^ config/invalid\n');
    check('core: C:\\x\n#     ^^^^ config/invalid\nworkspaces: nowhere\n#           ^^^^^^^ config/invalid\n');
    check('core: ./src/\nworkspaces: teams\n#- src/a.py\n#- teams/b.py\n');
  });

  it('reports damage', () => {
    check('core: "src\n#     ^^^^ config/invalid\n#- src/a.py\n');
  });

  it('sets severities per rule, path and workspace, the last that fits first', () => {
    const severities = (rules: string) => {
      const registry = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';
      const fixture = `#- registry-intelligence.yaml\n${rules}#- ${registry}\nLOCAL_STEPS = {"my_step": {}}\n`;
      const findings = workspaceOf(fixture).findings(registry);
      return findings.filter(({ code }) => code === 'step/naming-convention').map(({ severity }) => severity);
    };
    const rule = 'code: step/naming-convention';
    assert.deepEqual(severities(''), ['info']);
    assert.deepEqual(severities(`rules: [{${rule}, severity: off}]\n`), []);
    assert.deepEqual(severities(`rules: [{${rule}, severity: off}, {${rule}, severity: error}]\n`), ['error']);
    assert.deepEqual(severities(`rules: [{${rule}, severity: off, paths: ["src/**"]}]\n`), ['info']);
    assert.deepEqual(severities(`rules: [{${rule}, severity: off, workspaces: [alice]}]\n`), []);
    assert.deepEqual(severities(`rules: [{${rule}, severity: off, workspaces: [bob]}]\n`), ['info']);
  });
});

describe('docs/project-file.md', () => {
  const blocks = [
    ...readFileSync(path.join(repository, 'docs/project-file.md'), 'utf8').matchAll(/```yaml\n(.*?)```/gs),
  ];
  const [defaults, severities] = blocks.map(block => block[1]!);

  it('shows every key with its default', () => {
    check(defaults!);
    assert.deepEqual(settingsFrom(defaults!), DEFAULTS);
    const schema = JSON.parse(
      readFileSync(path.join(repository, 'schemas/registry-intelligence.schema.json'), 'utf8'),
    ) as { properties: Record<string, { properties?: Record<string, unknown> }> };
    for (const [key, { properties = {} }] of Object.entries(schema.properties))
      for (const name of [key, ...Object.keys(properties)]) assert.match(defaults!, new RegExp(`^[ #]*${name}:`, 'm'));
  });

  it('shows values of the unset keys that fit, and rule settings that are valid', () => {
    const shown = defaults!.replaceAll(/^# (core|workspaces):/gm, '$1:');
    assert.deepEqual(settingsFrom(shown).systems['steps'], {
      core: 'src/cursus/registry/step_names_original.py',
      workspaces: 'developer_workspaces/developers',
    });
    check(severities!);
    assert.equal(settingsFrom(severities!).rules.length, 3);
  });
});
