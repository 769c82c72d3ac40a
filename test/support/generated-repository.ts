import fc from 'fast-check';
import { anyArtifactFile } from './generated-artifacts';

/** Names drawn from small pools, so that files meet: conflicts, shadowing, shared builders and typos all happen. */
const STEPS = ['Load', 'Train', 'TrainX', 'Eval', '__proto__', 'Bad Name', 'Répartition'];
const BUILDERS = ['LoadStepBuilder', 'TrainStepBuilder', 'EvalStepBuilder', 'NowhereStepBuilder', ''];
const CONFIGS = ['LoadConfig', 'TrainConfig', 'EvalConfig'];
const TYPES = ['Training', 'Processing', 'Procesing', 'Lambda'];
const WORKSPACES = ['alice', 'bob', 'carol'];

/** Registry files and components of a small repository, by path; every path is from a fixed list. */
export const anyFile: fc.Arbitrary<readonly [path: string, text: string]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...WORKSPACES.map(registryPath)), fc.noShrink(registry())) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('src/cursus/registry/step_names_original.py'), core()) },
  { weight: 3, arbitrary: builderFile() },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('pipelines/a.py', 'pipelines/b.py'), usage()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('registry-intelligence.yaml'), projectFile()) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('a.policy.yaml'), policyPack()) },
  { weight: 6, arbitrary: anyArtifactFile },
);

function registryPath(workspace: string): string {
  return `developer_workspaces/developers/${workspace}/src/cursus_dev/registry/workspace_registry.py`;
}

function row(): fc.Arbitrary<string> {
  return fc
    .record(
      {
        config_class: fc.constantFrom(...CONFIGS),
        builder_step_name: fc.constantFrom(...BUILDERS),
        spec_type: fc.constantFrom(...STEPS),
        sagemaker_step_type: fc.constantFrom(...TYPES),
        description: fc.constant('…'),
        framework: fc.constantFrom('xgboost', 'pytorch'),
        priority: fc.constantFrom(1, 100),
        conflict_resolution_strategy: fc.constantFrom('manual', 'workspace_priority', 'nonsense'),
      },
      { requiredKeys: [] },
    )
    .map(fields => JSON.stringify(fields));
}

function table(name: string): fc.Arbitrary<string> {
  const value = fc.oneof(
    { weight: 9, arbitrary: row() },
    { weight: 1, arbitrary: fc.constantFrom('7', 'load()', '[]') },
  );
  return fc
    .array(fc.tuple(fc.constantFrom(...STEPS), value), { maxLength: 5 })
    .map(rows => `${name} = {\n${rows.map(([step, text]) => `    ${JSON.stringify(step)}: ${text},\n`).join('')}}\n`);
}

function metadata(): fc.Arbitrary<string> {
  return fc
    .record({
      developer_id: fc.constantFrom(...WORKSPACES, 'dave', 'not valid!'),
      conflict_tolerance: fc.constantFrom('low', 'medium', 'high', 'none'),
    })
    .map(fields => `WORKSPACE_METADATA = ${JSON.stringify(fields)}\n`);
}

function registry(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.option(table('LOCAL_STEPS'), { nil: '' }),
      fc.option(table('STEP_OVERRIDES'), { nil: '' }),
      fc.option(table('WORKSPACE_STEPS'), { nil: '', freq: 2 }),
      fc.option(metadata(), { nil: '' }),
      fc.constantFrom('', '\n\n', '# registry: ignore-file[step/conflict]\n'),
    )
    .map(([local, overrides, workspace, meta, head]) => head + local + overrides + workspace + meta);
}

function core(): fc.Arbitrary<string> {
  return table('STEP_NAMES');
}

function builderFile(): fc.Arbitrary<readonly [string, string]> {
  const folders = ['src/cursus', ...WORKSPACES.map(id => `developer_workspaces/developers/${id}/src/cursus_dev`)];
  return fc
    .tuple(
      fc.constantFrom(...folders),
      fc.constantFrom(...BUILDERS.slice(0, 3)),
      fc.constantFrom('StepBuilderBase', 'object'),
    )
    .map(([folder, builder, base]) => [
      `${folder}/steps/builders/builder_${builder.slice(0, -'StepBuilder'.length).toLowerCase()}_step.py`,
      `class ${builder}(${base}):\n    pass\n\n\nclass ${builder.replace('StepBuilder', 'Config')}:\n    pass\n`,
    ]);
}

function usage(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...STEPS, 'Nope'), fc.constantFrom(...WORKSPACES))
    .map(
      ([step, workspace]) =>
        `from cursus.registry import get_config_class_name\nwith workspace_context("${workspace}"):\n    get_config_class_name(${JSON.stringify(step)})\n`,
    );
}

function projectFile(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '',
    'rules:\n  step/conflict: error\n',
    'resolution:\n  profile: intelligent\n  mode: strict\n',
    'artifacts:\n  registries:\n    - {path: plugin/plugin/registry.yaml, scope: core, namespace: dev}\n',
    'artifacts: {include_wip: true, pins: {stamper: 1.0.0}}\n',
    'policies: {packs: [a.policy.yaml]}\n',
    'policies: {packs: [a.policy.yaml], environment: production}\n',
  );
}

function policyPack(): fc.Arbitrary<string> {
  return fc.constantFrom(
    'pack: a\npolicies: [{name: n, deny: [Train*, stamper], require: [description]}]\n',
    'pack: a\npolicies: [{name: n, for: {workspaces: [alice]}, environments: {production: error}, naming: snake_case}]\n',
    'pack: a\nrules: [{code: step/*, environments: {production: "off"}}]\npolicies: [{name: v, version_policy: exact}]\n',
    'policies: [',
  );
}
