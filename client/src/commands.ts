import * as vscode from 'vscode';
import {
  APPLY_FIX_COMMAND,
  EXPLAIN_COMMAND,
  EXPLAINABLE,
  RELOAD,
  REVIEW_COMMAND,
  SHOW_PLACES_COMMAND,
  SHOW_RULE_COMMAND,
  type ExplainableName,
  type ExplainParams,
  type ResolutionProfile,
} from '../../server/src/protocol';
import { newStep, newWorkspace } from './scaffolding';
import type { ExplainDocuments } from './explain-document';
import { exportTable, takeSnapshot } from './exporting';
import type { Page } from './page';
import type { Picks } from './picks';
import { renameAcross } from './rename';
import { copyReport } from './report';
import type { Reports } from './reports';
import { reviewParamsIn, type FindingReview } from './review';
import type { RulePages } from './rule-pages';
import { openSample } from './sample';
import { placeAtCursor, textIn } from './scope';
import type { Server } from './server';
import { showPlaces } from './show-places';
import { workspaceItems } from './workspace-items';
import { explainNode } from './views';

/** What commands work with. */
export interface ExtensionParts {
  readonly server: Server;
  readonly log: vscode.LogOutputChannel;
  readonly documents: ExplainDocuments;
  readonly reports: Reports;
  readonly rulePages: RulePages;
  readonly review: FindingReview;
  readonly dashboard: Page;
  readonly graph: Page;
  readonly picks: Picks;
  /** The version of the extension. */
  readonly version: string;
  /** Starts the server even if no probe found anything: a person who runs a command expects an answer. */
  readonly start: () => Promise<void>;
}

/** Everything here answers a person who asked; nothing else in the client shows a message or a prompt. */
export function registerCommands(context: vscode.ExtensionContext, parts: ExtensionParts): void {
  const commands: Record<string, (...args: unknown[]) => unknown> = {
    [EXPLAIN_COMMAND]: argument => explain(parts, argument),
    'registryIntelligence.openExplanationAsMarkdown': () => parts.documents.openAsText(),
    'registryIntelligence.copyExplanationAsMarkdown': () => copy(parts, 'markdown'),
    'registryIntelligence.copyExplanationAsJson': () => copy(parts, 'json'),
    'registryIntelligence.setActiveWorkspace': argument => setActiveWorkspace(parts, argument),
    'registryIntelligence.forgetChosenDefinition': argument => forgetChosenDefinition(parts, argument),
    'registryIntelligence.setResolutionProfile': argument => setResolutionProfile(parts, argument),
    'registryIntelligence.reloadRegistries': () => reload(parts),
    'registryIntelligence.showOutput': () => parts.log.show(),
    'registryIntelligence.renameAcrossRegistry': () => renameAcross(parts.server),
    'registryIntelligence.newWorkspace': argument => afterStart(parts, () => newWorkspace(parts.server, argument)),
    'registryIntelligence.newStep': argument => afterStart(parts, () => newStep(parts.server, argument)),
    'registryIntelligence.takeSnapshot': () => afterStart(parts, () => takeSnapshot(parts.server)),
    'registryIntelligence.compareStates': argument => afterStart(parts, () => parts.reports.compare(argument)),
    'registryIntelligence.previewMerge': argument => afterStart(parts, () => parts.reports.previewMerge(argument)),
    'registryIntelligence.exportStepNames': argument => afterStart(parts, () => exportTable(parts.server, argument)),
    'registryIntelligence.copyDiagnosticsReport': () => copyReport(parts.server, parts.version),
    'registryIntelligence.explainNode': explainNode,
    'registryIntelligence.showHealthDashboard': () => afterStart(parts, () => parts.dashboard.show()),
    'registryIntelligence.showDependencyGraph': () => afterStart(parts, () => parts.graph.show(placeAtCursor())),
    'registryIntelligence.openSample': argument => openSample(context, argument),
    [REVIEW_COMMAND]: argument => afterStart(parts, () => parts.review.show(reviewParamsIn(argument))),
    [APPLY_FIX_COMMAND]: data => parts.review.fix(data),
    [SHOW_PLACES_COMMAND]: showPlaces,
    [SHOW_RULE_COMMAND]: code => afterStart(parts, () => parts.rulePages.show(code)),
  };
  for (const [id, run] of Object.entries(commands)) {
    context.subscriptions.push(vscode.commands.registerCommand(id, run));
  }
}

async function afterStart({ start }: ExtensionParts, run: () => Promise<void> | void): Promise<void> {
  await start();
  await run();
}

/** Explains what a link asks for; else the name under the cursor; else the name that the user picks. */
async function explain(parts: ExtensionParts, argument: unknown): Promise<void> {
  const { server, documents, start } = parts;
  await start();
  const question: ExplainParams = isQuestion(argument) ? argument : (placeAtCursor() ?? {});
  if (question.name !== undefined || question.position) {
    if (await documents.show(question)) {
      await chooseIfAsked(parts);
      return;
    }
  }
  const names = (await server.ask<ExplainableName[]>(EXPLAINABLE, { uri: question.uri })) ?? [];
  if (names.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No registry was found in the folders that are open.'));
    return;
  }
  const choice = await vscode.window.showQuickPick(byRegistry(names), {
    placeHolder: vscode.l10n.t('Which name shall be explained?'),
    matchOnDescription: true,
  });
  if (choice?.question && (await documents.show(choice.question))) await chooseIfAsked(parts);
}

/** Where the mode `interactive` leaves several definitions, asks which is meant, and remembers it for the folder. */
async function chooseIfAsked({ server, documents, picks }: ExtensionParts): Promise<void> {
  const asked = documents.latest?.choice;
  if (asked === undefined || asked.chosen !== undefined) return;
  const placeHolder = vscode.l10n.t('Which definition of {0} is meant?', asked.of);
  const choice = await vscode.window.showQuickPick([...asked.among], { placeHolder });
  if (choice === undefined) return;
  await picks.choose(asked.of, choice);
  await server.settingsChanged();
}

/** Shows which definitions are chosen, and forgets the one that is picked; `argument` may say its `name`. */
async function forgetChosenDefinition({ server, picks }: ExtensionParts, argument: unknown): Promise<void> {
  const items = Object.entries(picks.chosen).map(([label, description]) => ({ label, description }));
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No definition has been chosen in this folder.'));
    return;
  }
  const placeHolder = vscode.l10n.t('Which choice shall be forgotten?');
  const name = textIn(argument, 'name') ?? (await vscode.window.showQuickPick(items, { placeHolder }))?.label;
  if (name === undefined) return;
  await picks.choose(name, undefined);
  await server.settingsChanged();
}

interface NameItem extends vscode.QuickPickItem {
  readonly question?: ExplainParams;
}

/** Names to pick from, below the names of their registries. */
function byRegistry(names: readonly ExplainableName[]): NameItem[] {
  return names.flatMap(({ name, kind, registry, workspace, description, uri }, i): NameItem[] => {
    const question = { uri, name, kind, ...(workspace !== undefined && { workspace }) };
    const before = names[i - 1];
    const isFirst = before?.registry !== registry || before.uri !== uri;
    const heading = { label: registry, kind: vscode.QuickPickItemKind.Separator };
    return [...(isFirst ? [heading] : []), { label: name, description, question }];
  });
}

/** A command's argument comes from a link or a key binding, and may be anything. */
function isQuestion(argument: unknown): argument is ExplainParams {
  return typeof argument === 'object' && argument !== null && 'name' in argument && typeof argument.name === 'string';
}

async function copy({ documents }: ExtensionParts, rendering: 'markdown' | 'json'): Promise<void> {
  const explanation = documents.latest;
  if (explanation) await vscode.env.clipboard.writeText(explanation[rendering]);
  else void vscode.window.showInformationMessage(vscode.l10n.t('Run "Registry: Explain Resolution" first.'));
}

/** `argument` may say the `workspace`; an empty one stands for none. */
async function setActiveWorkspace({ server, picks, start }: ExtensionParts, argument: unknown): Promise<void> {
  await start();
  const id = textIn(argument, 'workspace') ?? (await pickWorkspace(server));
  if (id === undefined) return;
  await picks.set('activeWorkspace', id);
  await server.settingsChanged();
}

async function pickWorkspace(server: Server): Promise<string | undefined> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  const automatic = {
    label: vscode.l10n.t('None'),
    description: vscode.l10n.t('each file decides by where it is'),
    id: '',
  };
  const items = await workspaceItems(server, uri);
  const placeHolder = vscode.l10n.t('Active workspace');
  return (await vscode.window.showQuickPick([automatic, ...items], { placeHolder }))?.id;
}

/** `argument` may say the `profile`; an empty one stands for the repository's own. */
async function setResolutionProfile({ server, picks }: ExtensionParts, argument: unknown): Promise<void> {
  const profile = textIn(argument, 'profile') ?? (await pickProfile());
  if (profile === undefined) return;
  await picks.set('resolutionProfile', profile);
  await server.settingsChanged();
}

async function pickProfile(): Promise<ResolutionProfile | '' | undefined> {
  const profiles: readonly { label: string; description: string; profile: ResolutionProfile | '' }[] = [
    {
      label: vscode.l10n.t("The repository's own"),
      description: vscode.l10n.t('what registry-intelligence.yaml says, else isolated'),
      profile: '',
    },
    {
      label: 'isolated',
      description: vscode.l10n.t("the workspace's overrides, its locals, then core"),
      profile: 'isolated',
    },
    {
      label: 'hybrid',
      description: vscode.l10n.t('as get_step_definition() does it: other workspaces before core'),
      profile: 'hybrid',
    },
    {
      label: 'intelligent',
      description: vscode.l10n.t('all definitions compete by workspace, framework, environment, priority'),
      profile: 'intelligent',
    },
  ];
  const placeHolder = vscode.l10n.t('Resolution profile');
  return (await vscode.window.showQuickPick(profiles, { placeHolder }))?.profile;
}

async function reload({ server, start }: ExtensionParts): Promise<void> {
  await start();
  await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Reading the registries again') },
    () => server.ask(RELOAD),
  );
}
