import * as vscode from 'vscode';
import { GRAPH } from '../../server/src/protocol';
import { escapeText, type PageKind } from './page-html';

/** The page of the dependency graph. */
export function graphPage(): PageKind {
  const title = vscode.l10n.t('Dependency Graph');
  const say = (text: string): string => escapeText(text);
  const button = (id: string, text: string, label = text): string =>
    `<button type="button" class="plain" id="${id}" title="${say(label)}" aria-label="${say(label)}">${say(text)}</button>`;
  const box = (id: string, text: string): string =>
    `<label id="${id}-label"><input type="checkbox" id="${id}"> ${say(text)}</label>`;
  const select = (id: string, text: string): string =>
    `<label id="${id}-label">${say(text)} <select id="${id}"></select></label>`;
  const distances = [1, 2, 3, 4].map(count => `<option>${count}</option>`).join('');
  return {
    viewType: 'registryGraph',
    title,
    script: 'graph.js',
    request: GRAPH,
    bodyClass: 'graph',
    body: `<div role="toolbar" aria-label="${say(title)}">
<input type="search" id="search" placeholder="${say(vscode.l10n.t('Search'))}" aria-label="${say(vscode.l10n.t('Search'))}" aria-controls="matches">
${select('owner', vscode.l10n.t('Registry'))}
${select('kind', vscode.l10n.t('Kind'))}
${box('near', vscode.l10n.t('Only around the selected one'))}
<label>${say(vscode.l10n.t('Steps'))} <select id="distance">${distances}</select></label>
${box('cycles', `↻ ${vscode.l10n.t('Only cycles')}`)}
${box('conflicts', `! ${vscode.l10n.t('Only conflicts')}`)}
${button('smaller', '−', vscode.l10n.t('Zoom out'))}
${button('larger', '+', vscode.l10n.t('Zoom in'))}
${button('fit', vscode.l10n.t('Show all'))}
${button('svg', vscode.l10n.t('Save as SVG'))}
${button('png', vscode.l10n.t('Save as PNG'))}
<span id="summary"></span>
</div>
<div id="stage">
<canvas id="picture" tabindex="0" role="application" aria-label="${say(
      vscode.l10n.t('The dependencies as a picture. Arrow keys go from one to the next, Enter opens it, / searches.'),
    )}"></canvas>
<canvas id="map" aria-hidden="true" hidden></canvas>
<p id="empty" hidden></p>
</div>
<aside>
<p id="count" role="status"></p>
<ul id="matches" aria-label="${say(vscode.l10n.t('Found'))}"></ul>
<section id="details"></section>
</aside>
<p id="spoken" class="spoken" aria-live="polite"></p>`,
    texts: {
      all: vscode.l10n.t('all'),
      core: vscode.l10n.t('core'),
      explain: vscode.l10n.t('Explain'),
      explainOf: vscode.l10n.t('Explain {0}', '{0}'),
      found: vscode.l10n.t('{0} found', '{0}'),
      inConflict: vscode.l10n.t('in conflict'),
      undecided: vscode.l10n.t('cannot tell whether it is loaded'),
      inCycle: vscode.l10n.t('in a cycle'),
      more: vscode.l10n.t('and {0} more', '{0}'),
      neededBy: vscode.l10n.t('Needed by {0}', '{0}'),
      needs: vscode.l10n.t('Needs {0}', '{0}'),
      nothing: vscode.l10n.t('Nothing here says what it depends on.'),
      nothingSo: vscode.l10n.t('Nothing is like that.'),
      open: vscode.l10n.t('Open'),
      openOf: vscode.l10n.t('Open {0}', '{0}'),
      possibleSourceOf: vscode.l10n.t('Possible source of {0}', '{0}'),
      possibleSources: vscode.l10n.t('Possible sources: {0}', '{0}'),
      spokenPossible: vscode.l10n.t('{0} possible sources, possible source of {1}', '{0}', '{1}'),
      spoken: vscode.l10n.t('{0}, needs {1}, needed by {2}', '{0}', '{1}', '{2}'),
      stated: vscode.l10n.t('where'),
      statedOf: vscode.l10n.t('where {0} is named', '{0}'),
      summary: vscode.l10n.t('{0} names, {1} dependencies; what is needed stands to the left', '{0}', '{1}'),
      summaryOfPart: vscode.l10n.t('{0} of {1} names', '{0}', '{1}'),
    },
  };
}
