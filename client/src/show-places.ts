import * as vscode from 'vscode';

interface Place {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

interface Position {
  readonly line: number;
  readonly character: number;
}

/** What a code lens leads to: one place is gone to, several are shown where the lens is. */
export async function showPlaces(uri: unknown, position: unknown, places: unknown): Promise<void> {
  if (typeof uri !== 'string' || !Array.isArray(places) || places.length === 0) return;
  const locations = (places as Place[]).map(
    ({ uri: target, range: { start, end } }) =>
      new vscode.Location(
        vscode.Uri.parse(target),
        new vscode.Range(start.line, start.character, end.line, end.character),
      ),
  );
  const [only] = locations;
  if (locations.length === 1 && only) {
    await vscode.window.showTextDocument(only.uri, { selection: only.range });
    return;
  }
  const { line, character } = position as Position;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    new vscode.Position(line, character),
    locations,
  );
}
