/**
 * How the command line speaks of systems. It is said by the systems as plain data, from which `scripts/gen.ts` makes
 * `generated/system-words.ts`, so that help is shown without an engine being loaded.
 */
export interface SystemWords {
  /** What can be listed and explained, in the order of `rank`. */
  readonly kinds: readonly KindWords[];
  /** What can be said of systems for one run, in the order of `rank`. */
  readonly options: readonly (RunOption & { readonly system: string })[];
}

/** The words of the command line for a kind of things that can be listed and explained. */
export interface KindWords extends CommandWording {
  readonly kind: string;
  readonly plural: string;
  /** The dictionaries that can be exported. */
  readonly exports: readonly string[];
}

/** What a system says of its kind beside what it is called. */
export interface CommandWording {
  /** Where it stands among others in help: the smallest first. */
  readonly rank: number;
  /** What a name is of: `a step`. */
  readonly name: string;
  /** Another name of the command that lists it. */
  readonly listCommand?: string;
  /** What `--type` of `list` is about: `steps of this SageMaker step type`. */
  readonly types?: string;
}

/** An option of all commands that says a setting for one run. */
export interface RunOption {
  /** Where the option stands among others in help: the smallest first. */
  readonly rank: number;
  readonly flags: string;
  readonly description: string;
  /** What is said, by the name that the system's `SettingsPart.forRun` knows. */
  readonly setting: string;
  /** A path, or any number of `namespace=path`, whose namespaces may be left out. */
  readonly takes: 'path' | 'named paths';
}
