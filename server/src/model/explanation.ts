import type { Place } from './fact';
import type { Mode, Profile } from './settings';

/** In which situation a name is resolved (resolution.md). Absent values are filled from the workspace's metadata. */
export interface Context {
  readonly workspace?: string;
  readonly framework?: string;
  readonly environment?: readonly string[];
  readonly mode: Mode;
  readonly profile: Profile;
  /** What a person has chosen in the mode `interactive`: by name the winner in words, as outcomes say it. No rule is ever given any. */
  readonly chosen?: ReadonlyMap<string, string>;
}

/**
 * Why a name means what it means: one structure, rendered as Markdown in the editor, as text and JSON on the command
 * line. Every claim carries its place. An independent checker verifies it in tests (`test/…/explanation-checker.ts`).
 */
export interface Explanation {
  /** `step`, `module` or `artifact`. */
  readonly kind: string;
  readonly subject: string;
  readonly context: Context;
  /** What the answer was asked under, where the profile and the rest of the context do not matter: `policy latest`. */
  readonly under?: string;
  readonly outcome: Outcome;
  /** What the trace lists, where it is not who was asked under which circumstances. */
  readonly traceTitle?: string;
  /** Everything that was or could have been asked, in the order asked. */
  readonly trace: readonly TraceItem[];
  readonly components: readonly ComponentItem[];
  /** What its files say of each input, output, argument and variable. Absent where there is no contract to hold them against. */
  readonly alignment?: Alignment;
  /** Stages of loading, for systems that have them. */
  readonly pipeline: readonly { readonly stage: string; readonly outcome: string; readonly why: string }[];
  /** Profiles, real APIs or flags that would give another winner. */
  readonly divergence: readonly DivergenceItem[];
  readonly conflicts: readonly { readonly message: string; readonly at: Place }[];
  /** What the policies of packs that are about it ask for, and whether it is so. Absent without packs. */
  readonly policies?: readonly PolicyItem[];
  readonly recommendations: readonly string[];
  /** The smallest edits that would change the outcome. */
  readonly counterfactuals: readonly { readonly edit: string; readonly effect: string; readonly at?: Place }[];
}

/** Circumstances under which the answer would be another. */
export interface DivergenceItem {
  readonly when: string;
  readonly winner: string;
  readonly why: string;
  /** The environment variable that has to be set for the answer to hold: where nobody sets it, this is what happens. */
  readonly unlessSet?: string;
}

/** Who wins a name in a context, if anybody does, and why. */
export interface Outcome {
  /** Null if only running the code decides; then `reason` begins with `cannot tell: ` and `at` is the place that decides. */
  readonly resolved: boolean | null;
  /** Who wins, in words: `override of alice`, `core`. */
  readonly winner?: string;
  readonly at?: Place;
  /** `no_conflict`, `workspace_priority`, `framework_match`, … */
  readonly strategy?: string;
  readonly reason: string;
  /** What a person may choose between in the mode `interactive`, each in words as `winner`, whether one of them is chosen or not. */
  readonly choices?: readonly string[];
}

/** One source that was asked, or could have been asked, and what came of it. */
export interface TraceItem {
  /** `STEP_OVERRIDES of alice`, `core`, … */
  readonly source: string;
  /** Where the source says it; absent where it says nothing. */
  readonly at?: Place;
  /**
   * What becomes of the definition in the source:
   * - `selected`: it wins
   * - `shadowed`: it competes, and another one wins
   * - `excluded`: this context does not ask for it, or nothing decides between it and the others
   * - `dropped`: the run time comes upon it, and then takes another one or skips it
   * - `not loaded`: nothing loads it, or loading it fails
   * - `absent`: the source has none
   * - `cannot tell`: only running the code decides
   */
  readonly verdict: 'selected' | 'shadowed' | 'excluded' | 'dropped' | 'not loaded' | 'absent' | 'cannot tell';
  readonly why: string;
}

/** One of the classes and files that a definition runs with, and whether it is there. */
export interface ComponentItem {
  /** `builder`, `config`, `spec`, `contract`, `script`, `hyperparameters`. */
  readonly kind: string;
  readonly name: string;
  readonly at?: Place;
  readonly path?: string;
  /** `core`, `shared`, or a workspace. */
  readonly scope?: string;
  readonly status: 'found' | 'missing' | 'cannot tell';
  /** What was looked for, and did-you-mean, in words. */
  readonly tried: readonly string[];
}

/** What the files of a step say of what it needs and gives, as a table: a column for each file, a row for each name. */
export interface Alignment {
  readonly files: readonly AlignedFile[];
  readonly items: readonly AlignmentItem[];
}

/** A file that says something of what a step needs or gives: a column of the table. */
export interface AlignedFile {
  /** `contract`, `specification`, `builder` or `script`. */
  readonly role: string;
  readonly at: Place;
}

/** A thing that a step needs or gives: a row of the table. */
export interface AlignmentItem {
  /** `input`, `output`, `argument` or `variable`. */
  readonly kind: string;
  readonly name: string;
  /** A cell for each file, in the order of the files; null where a file of that role never says such things. */
  readonly cells: readonly (AlignmentCell | null)[];
  /** What meets an input that a specification depends on; absent where nothing does or the texts do not decide it. */
  readonly metBy?: MetBy;
}

/** The output that meets a dependency best, among all that there are. A pipeline without its step takes another one. */
export interface MetBy {
  readonly output: string;
  /** The name that has the output: a step type. */
  readonly of: string;
  /** What the resolver of the run time makes of it, from 0 to 1. */
  readonly score: number;
  readonly at: Place;
}

/** What one file says of one input, output, variable or argument. */
export interface AlignmentCell {
  /**
   * - `required`, `optional`, `there`: it is in the text, which says whether the step stops without it, or does not say it
   * - `missing`: it has to be there for what another file says, and is not
   * - `not mentioned`: it is not there, and may be so
   * - `cannot tell`: it would be missing, but code decides more than the text says
   */
  readonly status: 'required' | 'optional' | 'there' | 'missing' | 'not mentioned' | 'cannot tell';
  readonly at?: Place;
}

/** What one policy of a pack means for one definition. */
export interface PolicyItem {
  readonly policy: string;
  readonly pack: string;
  /** Where the policy stands in its pack. */
  readonly at: Place;
  /** The definition that it is about. */
  readonly of: Place;
  /**
   * `kept` and `broken` are said of what the policy demands; `decides` and `overruled` of the version policy or
   * precedence that it states.
   */
  readonly verdict: 'kept' | 'broken' | 'decides' | 'overruled';
  readonly why: string;
}
