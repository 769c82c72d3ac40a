import { escapeInvisible } from '../../base/message-text';
import { placeOfBlindSpot, silenceInWords } from '../../features/overviews/blind-spots';
import type { BlindSpot } from '../../model/blind-spot';
import type { Repository } from '../environment/repository';
import type { Terminal } from '../environment/terminal';

/** At most this many are named one by one; JSON has all. */
const MAX_NAMED = 10;

/** The checks that are off, a line each with the place of the reason; empty if there are none. */
export function blindSpotsText(
  { workspace, pathOf }: Repository,
  spots: readonly BlindSpot[],
  { paint }: Terminal,
): string {
  if (spots.length === 0) return '';
  const lines = spots.slice(0, MAX_NAMED).map(spot => {
    const place = placeOfBlindSpot(workspace, spot);
    const where = place === undefined ? '' : `${escapeInvisible(pathOf(place.path))}:${place.range.start.line} `;
    return `  ${where}${escapeInvisible(spot.reason)}: ${escapeInvisible(silenceInWords(spot))}\n`;
  });
  const more = spots.length > MAX_NAMED ? `  … and ${spots.length - MAX_NAMED} more\n` : '';
  return `${paint.bold('Not checked, since it cannot be told')}\n${lines.join('')}${more}`;
}
