import assert from 'node:assert/strict';
import { blindSpots, placeOfBlindSpot, silenceInWords } from '../../../server/src/features/overviews/blind-spots';
import { workspaceOf } from '../../support/fixture';

/** The blind spots of a fixture: `path:line reason: which rules say nothing`. */
function check(fixture: string, expected: readonly string[]): void {
  const workspace = workspaceOf(fixture);
  const said = blindSpots(workspace).map(spot => {
    const place = placeOfBlindSpot(workspace, spot);
    const where = place === undefined ? '' : `${place.path.replace(/^.*\//, '')}:${place.range.start.line} `;
    return `${where}${spot.reason}: ${silenceInWords(spot)}`;
  });
  assert.deepEqual(said, expected);
}

const CORE = `#- src/cursus/registry/step_names.py
STEP_NAMES = {"Package": {"config_class": "PackageConfig", "builder_step_name": "PackageStepBuilder"}}
#- src/cursus/steps/builders/builder_package_step.py
class PackageStepBuilder(StepBuilderBase): ...
#- src/cursus/steps/configs/config_package_step.py
class PackageConfig(BasePipelineConfig): ...
#- src/cursus/steps/specs/__init__.py
#- src/cursus/steps/contracts/__init__.py
#- src/cursus/steps/scripts/__init__.py
`;

const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev';
const OF_WORKSPACE = 'step/unknown-reference and step/unregistered-builder say nothing';

describe('blind spots', () => {
  it('a registry of literals has none, nor has a repository without registries', () => {
    check(CORE, []);
    check('#- app/main.py\nfrom acme import *\nglobals()["x"] = 1\n', []);
  });

  it('are code that gives a module names, and imports that bring any class', () => {
    check(`${CORE}#- src/cursus/steps/configs/utils.py\nimport os\n\nglobals()[name] = make(name)\n`, [
      'utils.py:3 code gives the module names at run time: step/missing-config says nothing in core',
    ]);
    check(`${CORE}#- ${ALICE}/steps/builders/__init__.py\nfrom acme.builders import *\n`, [
      "__init__.py:1 it imports classes from 'acme.builders': step/missing-builder says nothing in workspace 'alice'",
    ]);
  });

  it('are imports that may bring a class that a row names, and no others', () => {
    const init = (name: string) => `#- src/cursus/steps/builders/__init__.py\nfrom acme import ${name}\n`;
    check(CORE + init('OtherStepBuilder'), []);
    check(CORE + init('PackageStepBuilder'), []);
    check(CORE.replace('class PackageStepBuilder', 'class PackingStepBuilder') + init('PackageStepBuilder'), [
      "__init__.py:1 it imports classes from 'acme': step/missing-builder says nothing in core",
    ]);
  });

  it('are rows that code decides', () => {
    const registry = (text: string) => `${CORE}#- ${ALICE}/registry/workspace_registry.py\n${text}\n`;
    check(registry('from acme import rows\nLOCAL_STEPS = {\n    **rows(),\n}'), [
      `workspace_registry.py:3 code decides which rows there are: ${OF_WORKSPACE} in workspace 'alice'`,
    ]);
    check(registry('from acme import choose\nLOCAL_STEPS = {\n    "A": {"builder_step_name": choose()},\n}'), [
      "workspace_registry.py:3 code decides the builder of a row: step/unregistered-builder says nothing in workspace 'alice'",
    ]);
  });

  it('are damaged files of components and registries', () => {
    check(
      `${CORE}#- src/cursus/steps/builders/builder_score_step.py\nx = (\nclass ScoreStepBuilder(StepBuilderBase):\n`,
      [
        'builder_score_step.py:1 the file is damaged: step/missing-builder, step/missing-config and step/missing-component say nothing in core',
      ],
    );
    check(`${CORE}#- ${ALICE}/registry/workspace_registry.py\nLOCAL_STEPS = {\n`, [
      `workspace_registry.py:1 the file is damaged: ${OF_WORKSPACE} in workspace 'alice'`,
    ]);
  });

  it('are folders and a core that are not in sight', () => {
    check(CORE.replace('#- src/cursus/steps/specs/__init__.py\n', ''), [
      "there is no folder of specs in 'src/cursus/steps': step/missing-component says nothing",
    ]);
    check(CORE.replace(/#- .*(?:configs|scripts).*\n(?:class.*\n)?/g, ''), [
      "there is no folder of configs or scripts in 'src/cursus/steps': step/missing-config, step/missing-component and step/entry-point-missing say nothing",
    ]);
    check(`#- ${ALICE}/registry/workspace_registry.py\nLOCAL_STEPS = {}\n`, [
      'no core registry is in sight: step/missing-builder, step/missing-config, step/missing-component, step/entry-point-missing, ' +
        'step/unknown-reference, step/unknown-source, step/override-unknown, step/unmapped-file-name and step/unregistered-builder say nothing',
    ]);
  });

  it('are damaged files that say where things are', () => {
    check(`${CORE}#- registry-intelligence.yaml\ncore: [\n`, [
      'registry-intelligence.yaml:2 the project file is damaged: nothing is called missing',
    ]);
    check('#- apcore.yaml\nextensions: {root: [\n#- extensions/a.py\nclass A: ...\n', [
      'apcore.yaml:2 the file is damaged, so it is not known where modules are: module/* says nothing',
    ]);
  });
});
