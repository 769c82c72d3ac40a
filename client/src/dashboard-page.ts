import * as vscode from 'vscode';
import { DASHBOARD } from '../../server/src/protocol';
import { escapeText, type PageKind } from './page-html';

/** The page of Registry Health. */
export function dashboardPage(): PageKind {
  return {
    viewType: 'registryDashboard',
    title: vscode.l10n.t('Registry Health'),
    script: 'dashboard.js',
    request: DASHBOARD,
    bodyClass: 'dashboard',
    body: `<main id="content"></main>
<p id="empty" hidden>${escapeText(vscode.l10n.t('No registry was found in the folders that are open.'))}</p>`,
    texts: {
      asked: vscode.l10n.t('Times'),
      conflicts: vscode.l10n.t('Conflicts'),
      core: vscode.l10n.t('core'),
      count: vscode.l10n.t('Findings'),
      definedBy: vscode.l10n.t('Defined by'),
      definitionOf: vscode.l10n.t('Open {0} of {1}', '{0}', '{1}'),
      definitions: vscode.l10n.t('Definitions'),
      elsewhere: vscode.l10n.t('files of no registry'),
      error: vscode.l10n.t('Errors'),
      explainOf: vscode.l10n.t('Explain {0}', '{0}'),
      hint: vscode.l10n.t('Hints'),
      info: vscode.l10n.t('Notes'),
      lost: vscode.l10n.t('Not loaded'),
      name: vscode.l10n.t('Name'),
      names: vscode.l10n.t('Names'),
      openOf: vscode.l10n.t('Open {0}', '{0}'),
      overrides: vscode.l10n.t('Overrides'),
      overview: vscode.l10n.t('Overview'),
      p50: vscode.l10n.t('Half of them within'),
      p95: vscode.l10n.t('95 in 100 within'),
      question: vscode.l10n.t('Question'),
      registries: vscode.l10n.t('Registries'),
      registry: vscode.l10n.t('Registry'),
      rule: vscode.l10n.t('Rule'),
      rules: vscode.l10n.t('Findings by rule'),
      severity: vscode.l10n.t('Severity'),
      speed: vscode.l10n.t('How long answers have taken lately'),
      undecided: vscode.l10n.t('Cannot tell'),
      warning: vscode.l10n.t('Warnings'),
      workspaces: vscode.l10n.t('Workspaces'),
    },
  };
}
