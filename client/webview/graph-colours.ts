import type { Colours } from '../../server/src/base/graph-svg';

/** What a page draws with, which also shows what is selected. */
export interface PageColours extends Colours {
  readonly selected: string;
  readonly font: string;
}

/** VS Code's own colours of this moment. */
export function coloursOf(page: HTMLElement): PageColours {
  const style = getComputedStyle(page);
  const first = (...names: string[]): string =>
    names.map(name => style.getPropertyValue(`--vscode-${name}`).trim()).find(value => value !== '') ?? '#888888';
  return {
    background: first('editor-background'),
    text: first('foreground', 'editor-foreground'),
    node: first('editorWidget-background', 'editor-background'),
    border: first('contrastBorder', 'editorWidget-border', 'widget-border', 'foreground'),
    edge: first('contrastBorder', 'descriptionForeground', 'foreground'),
    selected: first('contrastActiveBorder', 'focusBorder'),
    conflict: first('editorWarning-foreground', 'charts-yellow'),
    cycle: first('editorError-foreground', 'charts-red'),
    font: first('font-family'),
  };
}
