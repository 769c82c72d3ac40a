import { Part } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Mention, Source } from '../../system';
import { isStep, type ReferenceFact } from '../facts';
import { stepKey } from '../keys';
import { stringAt } from './completion-site';
import { symbolAt } from './name-at';

/**
 * A string of Python that is, to the letter, the name of a step, wherever it stands: a list of steps to run, say. It may mean
 * something else, so it counts as a reference for nobody but whoever points at it.
 */
export function mentionAt(source: Source, offset: number, lookup: Lookup): Mention | undefined {
  const { file } = source;
  if (!file.path.endsWith('.py')) return undefined;
  const string = stringAt(source.python('literals'), offset);
  if (string === undefined || !lookup.providers(stepKey(string.text)).some(isStep)) return undefined;
  const fact: ReferenceFact = { kind: 'reference', name: string.text, file, to: 'step', api: '' };
  const named = symbolAt({ fact, part: Part.name }, lookup);
  return named && { named, span: string.span };
}
