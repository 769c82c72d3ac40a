import { parser } from '@lezer/python';
import { PythonReader } from '../../server/src/syntax/python/reader';
import { builderText, registryText } from './python-texts';
import { percentile, type Row } from './timing';

const reader = new PythonReader();

/** What one comparison came to: milliseconds of processor time of both, the median of the rounds. */
export interface Comparison {
  readonly what: string;
  readonly characters: number;
  readonly ours: number;
  readonly lezer: number;
}

/** Reads the same texts with both, in turns, so that a busy machine slows both. */
export function comparePythonReaders(rounds = 15): { builders: Comparison; registry: Comparison } {
  const builders = Array.from({ length: 60 }, (_, i) => builderText(i));
  const registry = [registryText(1000)];
  return {
    builders: compare('builder modules, outline', builders, 'outline', rounds),
    registry: compare('registry of 1,000 entries, literals', registry, 'literals', rounds),
  };
}

/** The comparison as table rows. */
export function benchPythonReader(): Row[] {
  const { builders, registry } = comparePythonReaders();
  return [builders, registry].flatMap(({ what, characters, ours, lezer }) => [
    {
      what,
      value: `${ours.toFixed(2)} ms, ${(characters / ours / 1000).toFixed(0)} MB/s`,
      note: `${characters} characters`,
    },
    { what: '  @lezer/python', value: `${lezer.toFixed(2)} ms`, note: `${(lezer / ours).toFixed(1)} × as long` },
  ]);
}

function compare(what: string, texts: readonly string[], depth: 'outline' | 'literals', rounds: number): Comparison {
  const ours: number[] = [];
  const lezer: number[] = [];
  const readAll = (): void => texts.forEach(text => reader.read(text, depth));
  const parseAll = (): void => texts.forEach(text => parser.parse(text));
  for (let i = 0; i < 10; i++) readAll();
  for (let i = 0; i < 3; i++) parseAll();
  for (let i = 0; i < rounds; i++) {
    for (let k = 0; k < 5; k++) ours.push(processorTime(readAll));
    lezer.push(processorTime(parseAll));
  }
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  return { what, characters, ours: percentile(ours, 0.5), lezer: percentile(lezer, 0.5) };
}

/** Milliseconds of processor time that a call takes: on a shared machine, steadier than the clock. */
function processorTime(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
