import { pluralize } from '../../../base/terminal-columns';
import type { AlignmentItem } from '../../../model/explanation';
import { Part, type Place } from '../../../model/fact';
import type { Lookup } from '../../../model/lookup';
import type { Lens, LensText } from '../../system';
import { alignmentOf } from '../components/alignment';
import { builderOfContract, contractsOfScript, scriptOfContract, specificationsOfContract } from '../components/terms';
import type { TermsFact } from '../terms';

/** The lenses above a contract or a script: what belongs to it, and where they do not fit together. */
export function termLenses(fact: TermsFact): readonly Lens[] {
  if (fact.partial === true) return [];
  if (fact.by === 'contract')
    return [{ resolve: lookup => usersText(fact, lookup) }, { resolve: lookup => gapsText([fact], lookup, GAPS) }];
  if (fact.by !== 'script') return [];
  const contracts = (lookup: Lookup): readonly TermsFact[] => contractsOfScript(fact, lookup);
  return [
    { resolve: lookup => textOf(countOf(contracts(lookup), 'contract')) },
    { resolve: lookup => gapsText(contracts(lookup), lookup, GAPS_OF_SCRIPTS) },
  ];
}

/** Who has to do with a contract: `2 specifications, 1 builder, 1 script`. */
function usersText(contract: TermsFact, lookup: Lookup): LensText | undefined {
  const one = (fact: TermsFact | undefined): readonly TermsFact[] => (fact === undefined ? [] : [fact]);
  return textOf(
    countOf(specificationsOfContract(contract, lookup), 'specification'),
    countOf(one(builderOfContract(contract, lookup)), 'builder'),
    countOf(one(scriptOfContract(contract, lookup)), 'script'),
  );
}

function countOf(facts: readonly TermsFact[], word: string): LensText {
  const places = facts.map((fact): Place => ({ fact, part: fact.by === 'script' ? Part.whole : Part.name }));
  return { title: pluralize(places.length, word, `${word}s`), places };
}

/** Several texts as one, without those that have no places; nothing if none has any. */
function textOf(...texts: readonly LensText[]): LensText | undefined {
  const said = texts.filter(({ places }) => places.length > 0);
  if (said.length === 0) return undefined;
  return { title: said.map(({ title }) => title).join(', '), places: said.flatMap(({ places }) => places) };
}

/** Something that one file lacks for what another one says, and how that is said of several. */
interface Gap {
  readonly kinds: readonly AlignmentItem['kind'][];
  readonly lacking: TermsFact['by'];
  readonly said: TermsFact['by'];
  readonly words: (count: number) => string;
}

const GAPS_OF_SCRIPTS: readonly Gap[] = [
  {
    kinds: ['input', 'output'],
    lacking: 'contract',
    said: 'script',
    words: count => `script uses ${pluralize(count, 'path', 'paths')} that the contract does not have`,
  },
  {
    kinds: ['argument'],
    lacking: 'builder',
    said: 'script',
    words: count => `builder does not give ${pluralize(count, 'argument', 'arguments')} that the script requires`,
  },
  {
    kinds: ['argument'],
    lacking: 'script',
    said: 'builder',
    words: count => `script does not know ${pluralize(count, 'argument', 'arguments')} that the builder gives`,
  },
  {
    kinds: ['variable'],
    lacking: 'contract',
    said: 'script',
    words: count => `script needs ${pluralize(count, 'variable', 'variables')} that the contract does not list`,
  },
];

const GAPS: readonly Gap[] = [
  {
    kinds: ['input', 'output'],
    lacking: 'specification',
    said: 'contract',
    words: count => `${pluralize(count, 'input or output', 'inputs or outputs')} missing in a specification`,
  },
  ...GAPS_OF_SCRIPTS,
];

/** Counts the terms that one file needs and another lacks, and leads to the places that need them. */
function gapsText(contracts: readonly TermsFact[], lookup: Lookup, gaps: readonly Gap[]): LensText | undefined {
  const tables = contracts.map(contract => alignmentOf(contract, lookup));
  const texts = gaps.map(({ kinds, lacking, said, words }): LensText => {
    const places = tables.flatMap(({ files, items }) =>
      items.flatMap(({ kind, cells }) => {
        const is = (role: string, i: number): boolean => files[i]?.role === role;
        const isGap = kinds.includes(kind) && cells.some((cell, i) => is(lacking, i) && cell?.status === 'missing');
        return (isGap ? cells.find((cell, i) => is(said, i) && cell?.at !== undefined)?.at : undefined) ?? [];
      }),
    );
    return { title: words(places.length), places };
  });
  return textOf(...texts);
}
