import * as vscode from 'vscode';
import type { Location } from '../../server/src/protocol';

/** What a code lens leads to: one place is gone to, several are shown where the lens is. */
export async function showPlaces(uri: unknown, position: unknown, places: unknown): Promise<void> {
  if (typeof uri !== 'string' || !Array.isArray(places) || places.length === 0) return;
  const locations = (places as Location[]).map(locationOf);
  const [only] = places as Location[];
  if (locations.length === 1 && only) return showPlace(only);
  const { line, character } = position as Location['range']['start'];
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    vscode.Uri.parse(uri),
    new vscode.Position(line, character),
    locations,
  );
}

/** Opens a file at a place that the server named. */
export async function showPlace(place: Location): Promise<void> {
  const { uri, range } = locationOf(place);
  await vscode.window.showTextDocument(uri, { selection: range });
}

/** A place in the words of VS Code. */
export function locationOf({ uri, range: { start, end } }: Location): vscode.Location {
  return new vscode.Location(
    vscode.Uri.parse(uri),
    new vscode.Range(start.line, start.character, end.line, end.character),
  );
}
