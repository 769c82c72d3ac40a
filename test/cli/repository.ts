import fs from 'node:fs';
import path from 'node:path';
import { makeTree, type Content } from '../support/disk';

export const CORE = 'src/cursus/registry/step_names.py';
export const ALICE = 'developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py';
export const BOB = 'developer_workspaces/developers/bob/src/cursus_dev/registry/workspace_registry.py';

/** A core of two steps and two workspaces that disagree about one of them. */
export const REPOSITORY: Readonly<Record<string, Content>> = {
  '.git/HEAD': '',
  ...layoutOf('alice'),
  ...layoutOf('bob'),
  [CORE]: `STEP_NAMES = {
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "XGBoost model training step",
    },
    "Package": {
        "config_class": "PackageConfig",
        "builder_step_name": "PackageStepBuilder",
        "spec_type": "Package",
        "sagemaker_step_type": "Processing",
        "description": "Model packaging step",
    },
}
`,
  'src/cursus/steps/builders/builder_xgboost_training_step.py': `class XGBoostTrainingStepBuilder(StepBuilderBase):
    pass


class PackageStepBuilder(StepBuilderBase):
    pass
`,
  'src/cursus/steps/configs/config_all.py': `class XGBoostTrainingConfig:
    pass


class PackageConfig:
    pass
`,
  [ALICE]: `LOCAL_STEPS = {}
STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "With early stopping",
    },
}
WORKSPACE_METADATA = {"developer_id": "alice", "version": "1.0.0", "description": "Fraud"}
`,
  [BOB]: `LOCAL_STEPS = {}
STEP_OVERRIDES = {
    "XGBoostTraining": {
        "config_class": "XGBoostTrainingConfig",
        "builder_step_name": "XGBoostTrainingStepBuilder",
        "spec_type": "XGBoostTraining",
        "sagemaker_step_type": "Training",
        "description": "With costs as weights",
    },
}
WORKSPACE_METADATA = {"developer_id": "bob", "version": "1.0.0", "description": "Payments"}
`,
};

/** The folders that a workspace is expected to have. */
function layoutOf(workspace: string): Record<string, Content> {
  const folder = `developer_workspaces/developers/${workspace}`;
  const folders = ['src/cursus_dev/steps/builders', 'src/cursus_dev/steps/configs', 'test'];
  return Object.fromEntries(folders.map(each => [`${folder}/${each}/__init__.py`, '']));
}

/** The repository, with other files, without the stand-in for a history, so that a test can make a real one. */
export function makeRepository(files: Readonly<Record<string, Content>> = {}): string {
  return makeTree({ ...withoutHistory(), ...files });
}

/** The files of the repository without the stand-in for a history. */
export function withoutHistory(): Record<string, Content> {
  return Object.fromEntries(Object.entries(REPOSITORY).filter(([at]) => !at.startsWith('.git/')));
}

export function textOf(root: string, at: string): string {
  return fs.readFileSync(path.join(root, at), 'utf8');
}

export function put(root: string, at: string, content: string): void {
  fs.writeFileSync(path.join(root, at), content);
}
