import fs from 'node:fs';
import path from 'node:path';
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeOf, findings, inRoot, root, until, write } from './editor';

const ZOE = 'developer_workspaces/developers/zoe';
const REGISTRY = `${ZOE}/src/cursus_dev/registry/workspace_registry.py`;
const CONFIG = `${ZOE}/src/cursus_dev/steps/configs/config_zoe_only_step.py`;
const BUILDER = `${ZOE}/src/cursus_dev/steps/builders/builder_zoe_only_step.py`;

const onDisk = (relative: string) => path.join(root().fsPath, relative);

function remove(relative: string): void {
  fs.rmSync(onDisk(relative), { recursive: true, force: true });
}

const codesIn = (relative: string) => vscode.languages.getDiagnostics(inRoot(relative)).map(codeOf);

describe('files that change on disk', () => {
  before(async () => {
    await write(onDisk(BUILDER), 'class ZoeOnlyStepBuilder(StepBuilderBase):\n    pass\n');
    await write(
      onDisk(REGISTRY),
      `LOCAL_STEPS = {
    "ZoeOnly": {
        "config_class": "ZoeOnlyConfig",
        "builder_step_name": "ZoeOnlyStepBuilder",
        "spec_type": "ZoeOnly",
        "sagemaker_step_type": "Processing",
        "description": "Known to nobody else",
    },
}
WORKSPACE_METADATA = {"developer_id": "zoe"}
`,
    );
  });
  after(() => remove(ZOE));

  it('give a closed file its findings', async () => {
    await until('the finding', () => codesIn(REGISTRY).includes('step/missing-config'));
  });

  it('take findings away: the missing class appears', async () => {
    await write(onDisk(CONFIG), 'class ZoeOnlyConfig:\n    pass\n');
    await until('no finding', () => !codesIn(REGISTRY).includes('step/missing-config'));
  });

  it('bring findings back: a folder is deleted as a whole', async () => {
    remove(path.posix.dirname(CONFIG));
    await until('the finding', () => codesIn(REGISTRY).includes('step/missing-config'));
  });

  it('take findings away: a folder is moved into place as a whole', async () => {
    const folder = onDisk(path.posix.dirname(CONFIG));
    fs.mkdirSync(`${folder}.new`);
    fs.writeFileSync(path.join(`${folder}.new`, path.basename(CONFIG)), 'class ZoeOnlyConfig:\n    pass\n');
    fs.renameSync(`${folder}.new`, folder);
    await until('no finding', () => !codesIn(REGISTRY).includes('step/missing-config'));
  });

  it('leave nothing behind when the workspace goes', async () => {
    remove(path.posix.dirname(CONFIG));
    await until('the finding', () => codesIn(REGISTRY).includes('step/missing-config'));
    remove(ZOE);
    await until('no finding', () => codesIn(REGISTRY).length === 0);
  });

  it('are judged by what is typed, not by what is saved', async () => {
    await write(onDisk(REGISTRY), 'LOCAL_STEPS = {\n    "ZoeOnly": {"config_class": "ZoeOnlyConfig"},\n}\n');
    const document = await vscode.workspace.openTextDocument(inRoot(REGISTRY));
    const editor = await vscode.window.showTextDocument(document);
    await until('the finding', () => findings(document, 'step/missing-config', 'ZoeOnlyConfig')[0]);
    assert.ok(await editor.edit(edit => edit.delete(new vscode.Range(1, 0, 2, 0))));
    await until('no finding', () => findings(document, 'step/missing-config', '').length === 0);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await until('the finding again', () => codesIn(REGISTRY).includes('step/missing-config'));
  });
});
