import { artifacts, modules, plainModules } from './surroundings';

/**
 * Synthetic repositories for measuring: the same for the same size. A workspace is about a hundred Python files in ten folders: its
 * registry, the components of its own steps, and what has nothing to do with registries, as in any team's code. All three systems
 * are there.
 */
export interface RepositorySize {
  readonly workspaces: number;
  /** Rows in each workspace's registry; one row in ten overrides a core step. */
  readonly rows: number;
  /** Rows in the core registry, each with a builder and a config. */
  readonly core: number;
}

/** The files of a repository, by path. */
export function repository(size: RepositorySize): Map<string, string> {
  const { workspaces, rows } = size;
  const files = new Map<string, string>();
  const steps = coreSteps(size);
  files.set('src/cursus/registry/step_names.py', `STEP_NAMES = {\n${steps.map(coreRow).join('')}}\n`);
  files.set('src/cursus/core/base/builder_base.py', 'class StepBuilderBase:\n    pass\n');
  for (const step of [...steps, SHARED_STEP])
    for (const [path, text] of components(step, 'src/cursus')) files.set(path, text);
  for (let w = 0; w < workspaces; w++) {
    files.set(registryPath(w), registry(w, rows, steps));
    for (const [path, text] of ownComponents(w, rows)) files.set(path, text);
    for (const [path, text] of plainModules(folderOf(w), Math.round(rows * 0.7), w)) files.set(path, text);
  }
  for (const [path, text] of modules(workspaces * 2)) files.set(path, text);
  for (const [path, text] of artifacts(workspaces)) files.set(path, text);
  return files;
}

/** A step that every workspace defines; every workspace overrides the first step of core besides. */
export const SHARED_STEP = 'CommonPreparation';
const SHARED_ROW = 5;

/** So many steps of a workspace have their builders in one module. */
const TOGETHER = 4;

/** The components of a workspace: nearly every row has a builder and a config; one in fifty lacks both, as half-done work does. */
export function* ownComponents(workspace: number, rows: number): Iterable<[string, string]> {
  const folder = folderOf(workspace);
  const steps = Array.from({ length: rows }, (_, i) => `Own${workspace}x${i}`).filter(
    (_, i) => i !== SHARED_ROW && i % 50 !== 7 && i % 10 !== 9,
  );
  yield [`${folder}/steps/configs/configs.py`, steps.map(step => configClass(step)).join('\n')];
  for (let i = 0; i < steps.length; i += TOGETHER)
    yield [builderPath(steps[i]!, folder), builderModule(...steps.slice(i, i + TOGETHER))];
}

/** The repository with a registry of `rows` rows in the first workspace, for edits in a file of that size. */
export function benchRepository(size: RepositorySize, rows = 1000): { files: Map<string, string>; edited: string } {
  const files = repository(size);
  const edited = registryPath(0);
  files.set(edited, registry(0, rows, coreSteps(size)));
  for (const [path, text] of ownComponents(0, rows)) files.set(path, text);
  return { files, edited };
}

export function coreSteps({ core }: RepositorySize): string[] {
  return Array.from({ length: core }, (_, i) => stepName(i));
}

function folderOf(workspace: number): string {
  return `developer_workspaces/developers/dev${workspace}/src/cursus_dev`;
}

export function registryPath(workspace: number): string {
  return `${folderOf(workspace)}/registry/workspace_registry.py`;
}

/** A registry of `rows` rows, about 400 bytes each. */
export function registry(workspace: number, rows: number, coreSteps: readonly string[]): string {
  const local: string[] = [];
  const overrides: string[] = [];
  for (let i = 0; i < rows; i++)
    if (i % 10 === 9 && coreSteps.length > 0)
      overrides.push(
        row(i === 9 ? coreSteps[0]! : coreSteps[((i - 9) / 10 + workspace) % coreSteps.length]!, workspace),
      );
    else if (i === SHARED_ROW) local.push(row(SHARED_STEP, workspace));
    else local.push(row(`Own${workspace}x${i}`, workspace));
  return [
    '"""Workspace registry."""\n\n',
    `LOCAL_STEPS = {\n${local.join('')}}\n\n`,
    `STEP_OVERRIDES = {\n${overrides.join('')}}\n\n`,
    `WORKSPACE_METADATA = {"developer_id": "dev${workspace}", "version": "1.0.0"}\n`,
  ].join('');
}

function row(name: string, workspace: number): string {
  return `    "${name}": {
        "config_class": "${name}Config",
        "builder_step_name": "${name}StepBuilder",
        "spec_type": "${name}",
        "sagemaker_step_type": "Processing",
        "description": "Prepares the data of team ${workspace} for ${name}, with checks for empty partitions",
        "framework": "pandas",
        # jobs as in the nightly pipeline
        "job_types": ["training", "validation", "calibration"],
    },
`;
}

function coreRow(name: string): string {
  return `    "${name}": {
        "config_class": "${name}Config",
        "builder_step_name": "${name}StepBuilder",
        "spec_type": "${name}",
        "sagemaker_step_type": "Training",
        "description": "${name} step",
    },
`;
}

function stepName(i: number): string {
  const kinds = ['Training', 'Evaluation', 'Calibration', 'Preprocessing', 'Packaging'];
  const bases = ['XGBoost', 'PyTorch', 'Tabular', 'RiskTable', 'Currency', 'Payload', 'Label'];
  const round = Math.floor(i / (kinds.length * bases.length));
  const name = `${bases[i % bases.length]!}${kinds[Math.floor(i / bases.length) % kinds.length]!}`;
  return round === 0 ? name : `${name}V${round}`;
}

function components(step: string, folder: string): [string, string][] {
  return [
    [builderPath(step, folder), builderModule(step)],
    [`${folder}/steps/configs/config_${snakeCase(step)}_step.py`, configClass(step)],
  ];
}

function builderPath(step: string, folder: string): string {
  return `${folder}/steps/builders/builder_${snakeCase(step)}_step.py`;
}

function configClass(step: string): string {
  return `class ${step}Config(BasePipelineConfig):\n    job_type: str = "training"\n`;
}

function snakeCase(step: string): string {
  return step.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
}

/** A builder module as they are in real life: mostly methods, of which only the classes matter here. */
function builderModule(...steps: readonly string[]): string {
  return `"""Builds the ${steps[0]!} step."""

import logging
from typing import Any, Dict, List, Optional

from sagemaker.processing import ProcessingInput
from ...core.base.builder_base import StepBuilderBase

logger = logging.getLogger(__name__)

${steps.map(builderClass).join('\n')}`;
}

function builderClass(step: string): string {
  return `
class ${step}StepBuilder(StepBuilderBase):
    """Creates the step from its configuration."""

    def __init__(self, config, sagemaker_session=None, role: Optional[str] = None):
        super().__init__(config=config, session=sagemaker_session, role=role)
        self._defaults = {f"part_{i}": [] for i in range(8)}

    def _prepare(self, inputs: Dict[str, Any], **kwargs) -> List[ProcessingInput]:
        """Collects what ${step} needs."""
        found = []
        for name, value in sorted(inputs.items()):
            if name.startswith("part_"):
                found.append(ProcessingInput(source=value, destination=f"/opt/ml/processing/{name}", input_name=name))
            elif not value:
                self.log_warning("Input %s of ${step} is empty (%d so far)", name, len(found))
        return found or self._defaults["part_0"]

    def create_step(self, **kwargs) -> "ProcessingStep":
        inputs = kwargs.get("inputs", {})
        return ProcessingStep(name=f"${step}-{self.config.job_type}", inputs=[x for i in range(8) for x in self._prepare(inputs)])
`;
}
