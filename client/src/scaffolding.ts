import * as vscode from 'vscode';
import {
  NEW_STEP,
  NEW_WORKSPACE,
  STATUS,
  type Edited,
  type NewStepChoices,
  type NewStepParams,
  type NewWorkspaceParams,
  type Status,
  type WorkspaceTemplate,
} from '../../server/src/protocol';
import { showingErrors, scope, textIn } from './scope';
import type { Server } from './server';
import { workspaceItems } from './workspace-items';

/** Asks for what `argument` (`id`, `template`, `copyFrom`) leaves out, and makes a developer workspace. */
export function newWorkspace(server: Server, argument: unknown): Promise<void> {
  return showingErrors(async () => {
    const where = await scope();
    if (!where) return;
    const id = textIn(argument, 'id') ?? (await askForId());
    if (!id) return;
    const registry = registryIn(argument) ?? (await askForRegistry(server));
    if (!registry) return;
    const params: NewWorkspaceParams = { ...where, id, ...registry };
    await make(server, await server.request<Edited>(NEW_WORKSPACE, params));
  });
}

/** Asks for what `argument` (`name`, `type`, `workspace`, empty for core) leaves out, and makes a step. */
export function newStep(server: Server, argument: unknown): Promise<void> {
  return showingErrors(async () => {
    const where = await scope();
    const choices = where && (await server.request<NewStepChoices>(NEW_STEP, where));
    if (!where || !choices) return;
    const workspace = textIn(argument, 'workspace') ?? (await askForOwner(choices.workspaces, server));
    if (workspace === undefined) return;
    const name = textIn(argument, 'name') ?? (await askForName());
    if (!name) return;
    const placeHolder = vscode.l10n.t('SageMaker step type');
    const type = textIn(argument, 'type') ?? (await vscode.window.showQuickPick(choices.types, { placeHolder }));
    if (!type) return;
    const params: NewStepParams = { ...where, name, type, ...(workspace !== '' && { workspace }) };
    const document = await make(server, await server.request<Edited>(NEW_STEP, params));
    if (document) await showKey(document, name);
  });
}

function askForId(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    prompt: vscode.l10n.t('Id of the developer workspace'),
    validateInput: text =>
      /^[A-Za-z0-9_-]{1,64}$/.test(text) ? undefined : vscode.l10n.t('Letters, digits, _ and - only.'),
  });
}

function askForName(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    prompt: vscode.l10n.t('Name of the step; its builder, config and files are called after it'),
    validateInput: text =>
      /^[A-Za-z_]\w*$/.test(text) ? undefined : vscode.l10n.t('Letters, digits and _ only, no digit first.'),
  });
}

type Registry = Pick<NewWorkspaceParams, 'template' | 'copyFrom'>;

function registryIn(argument: unknown): Registry | undefined {
  const template = textIn(argument, 'template');
  const copyFrom = textIn(argument, 'copyFrom');
  if (copyFrom !== undefined) return { template: 'standard', copyFrom };
  return isTemplate(template) ? { template } : undefined;
}

function isTemplate(text: string | undefined): text is WorkspaceTemplate {
  return text === 'minimal' || text === 'standard' || text === 'advanced';
}

async function askForRegistry(server: Server): Promise<Registry | undefined> {
  const others = await workspaceItems(server);
  const templates: (vscode.QuickPickItem & Registry)[] = [
    { label: 'standard', description: vscode.l10n.t('a registry with comments'), template: 'standard' },
    { label: 'minimal', description: vscode.l10n.t('an empty registry'), template: 'minimal' },
    { label: 'advanced', description: vscode.l10n.t('with preferences and dependencies'), template: 'advanced' },
  ];
  const copies = others.map(({ id }) => ({
    label: vscode.l10n.t('As {0}', id),
    description: vscode.l10n.t('a copy of its registry'),
    template: 'standard' as const,
    copyFrom: id,
  }));
  const choice = await vscode.window.showQuickPick([...templates, ...copies], {
    placeHolder: vscode.l10n.t('What shall be in its registry?'),
  });
  return choice && { template: choice.template, ...(choice.copyFrom !== undefined && { copyFrom: choice.copyFrom }) };
}

/** Asks who shall own the step; an empty id stands for core. The workspace of the active file is offered first, else core. */
async function askForOwner(workspaces: readonly string[], server: Server): Promise<string | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const status = await server.ask<Status | null>(STATUS, { uri });
  const core = { label: vscode.l10n.t('core'), id: '' };
  const all = [core, ...workspaces.map(id => ({ label: id, description: vscode.l10n.t('developer workspace'), id }))];
  const isOwn = ({ id }: { readonly id: string }): boolean => id === status?.workspace;
  const items = [...all.filter(isOwn), ...all.filter(each => !isOwn(each))];
  const choice = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('Whose step is it?') });
  return choice?.id;
}

/** Changed texts stay unsaved, so that a person can look before; all of it can be undone. */
async function make(server: Server, answer: Edited | undefined): Promise<vscode.TextDocument | undefined> {
  if (!answer) return undefined;
  const edit = (await server.workspaceEdit(answer.edit)) ?? new vscode.WorkspaceEdit();
  const encoder = new TextEncoder();
  for (const { uri, text } of answer.created)
    edit.createFile(vscode.Uri.parse(uri), { contents: encoder.encode(text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) return undefined;
  return (await vscode.window.showTextDocument(vscode.Uri.parse(answer.open))).document;
}

/** Puts the caret on the row that has this name as its key. */
async function showKey(document: vscode.TextDocument, name: string): Promise<void> {
  const keys = [`"${name}":`, `'${name}':`, `${name}:`];
  for (let line = 0; line < document.lineCount; line++) {
    const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
    const key = keys.find(each => text.startsWith(each, firstNonWhitespaceCharacterIndex));
    if (key === undefined) continue;
    const at = new vscode.Position(line, firstNonWhitespaceCharacterIndex + key.indexOf(name));
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at) });
    return;
  }
}
