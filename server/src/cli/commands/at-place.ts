import { soleCheckpoint } from '../../base/cancellation';
import { escapeInvisible } from '../../base/message-text';
import { definition } from '../../features/at-cursor/definition';
import { hover } from '../../features/at-cursor/hover';
import { references } from '../../features/at-cursor/references';
import { JSON_VERSION, jsonText } from '../../features/text/json';
import { rangeOf, uriPath, type Location } from '../../features/text/locations';
import { rulePage } from '../../features/text/rule-page';
import { lineAt, openPlace, type PlaceInRepository, type PlaceOptions } from '../environment/place';
import type { Repository } from '../environment/repository';
import type { Terminal } from '../environment/terminal';

/** The options of `definition`, `references` and `hover`. */
export interface AtPlaceOptions extends PlaceOptions {
  readonly format: 'text' | 'json' | 'markdown';
}

/** Where the name at a place is defined, the best first. Exit code 1 where nothing of ours stands, or nothing defines it. */
export async function definitionAt(said: string, options: AtPlaceOptions, terminal: Terminal): Promise<number> {
  const place = await openPlace(said, options, terminal);
  const found = definition(place.workspace, place.path, place.offset, place.preferences)?.targets ?? [];
  const definitions = found.map(({ path, span, name }) => ({
    path,
    range: rangeOf(place.workspace, path, span),
    name: rangeOf(place.workspace, path, name),
  }));
  if (options.format === 'json') terminal.write(jsonText({ version: JSON_VERSION, definitions }));
  else terminal.write(definitions.map(({ path, name }) => placeLine(place, { path, range: name })).join(''));
  return answered(definitions.length > 0, 'Nothing that is defined in a registry is named there.', terminal);
}

/** Every place that names what the text at a place names, sorted. Exit code 1 where nothing of ours stands. */
export async function referencesAt(said: string, options: AtPlaceOptions, terminal: Terminal): Promise<number> {
  const place = await openPlace(said, options, terminal);
  const { workspace, path, offset, preferences } = place;
  const all = (await references(workspace, path, offset, preferences, soleCheckpoint())) ?? [];
  const found = all.map(each => ({
    path: each.path,
    range: rangeOf(workspace, each.path, each.span),
    definition: each.isDefinition,
  }));
  if (options.format === 'json') terminal.write(jsonText({ version: JSON_VERSION, references: found }));
  else terminal.write(found.map(each => placeLine(place, each)).join(''));
  return answered(found.length > 0, NOTHING_OF_OURS, terminal);
}

/** What an editor shows of the name at a place. Exit code 1 where nothing of ours stands. */
export async function hoverAt(said: string, options: AtPlaceOptions, terminal: Terminal): Promise<number> {
  const place = await openPlace(said, options, terminal);
  const { workspace, path, offset, preferences, pathOf } = place;
  const found = hover(workspace, path, offset, preferences, {
    linkTo: (at, span) => `${uriPath(pathOf(at))}${span === undefined ? '' : `#L${lineOf(place, at, span)}`}`,
    linkToRule: rulePage,
  });
  const markdown = found?.markdown ?? null;
  if (options.format === 'json') {
    const range = found === undefined ? null : rangeOf(workspace, path, found.span);
    terminal.write(jsonText({ version: JSON_VERSION, markdown, range }));
  } else if (markdown !== null) terminal.write(`${markdown}\n`);
  return answered(markdown !== null, NOTHING_OF_OURS, terminal);
}

const NOTHING_OF_OURS = 'Nothing that registries know stands there.';

function answered(isFound: boolean, otherwise: string, terminal: Terminal): number {
  if (!isFound) terminal.note(`${otherwise}\n`);
  return isFound ? 0 : 1;
}

function lineOf({ workspace }: PlaceInRepository, path: string, span: Parameters<typeof rangeOf>[2]): number {
  return rangeOf(workspace, path, span).start.line;
}

/** As searching programs write it, so that editors and shells can go on from there. */
function placeLine(repository: Repository, { path, range: { start } }: Location): string {
  const at = `${escapeInvisible(repository.pathOf(path))}:${start.line}:${start.column}`;
  return `${at}: ${lineAt(repository, path, start.line)}\n`;
}
