import type { LinkTarget } from './base/symlink-target';
import { runWhile } from './base/cooperative-task';
import type { Position, Span } from './base/text';
import { contains, lineStarts } from './base/text';
import { Part, type Fact, type Place, type SourceFile } from './model/fact';
import type { Finding, PlacedFinding } from './model/finding';
import type { Key, Lookup, RunSettings } from './model/lookup';
import type { MergeEvent } from './model/merge';
import { rulesInForce } from './model/policy';
import { silences, type Suppression } from './model/suppression';
import type { Work } from './pipeline/checks';
import { Driver } from './pipeline/driver';
import { isMarker, looksLikeRegistry, type FileState } from './pipeline/files';
import { overlayLookup } from './pipeline/overlay';
import { readUnindexed, type ReadingContext } from './pipeline/unindexed-file';
import { present, spanOfPlace, type PresentedFindings } from './pipeline/presentation';
import { spanAt, type SpanTable } from './pipeline/positions';
import type { TextReader, Unreadable } from './pipeline/read-file';
import { RULES } from './rules/index';
import type { Rule } from './rules/rule';
import { SYSTEMS } from './systems/index';
import type { Answers, SchemaDocuments, Source, System, WorkspaceItem } from './systems/system';

/** A new text for a file, or nothing for a file that is gone. */
export interface Change {
  readonly text: string;
  /** An editor shows the file: damage is bridged by what its text last said, and its text is kept. */
  readonly open: boolean;
  /** Somebody has edited the text since it was opened or saved: what parses by accident is taken for half-typed. */
  readonly unsaved?: boolean;
  /** Why the file could not be read, or not wholly: `text` is what could be read of it, perhaps nothing. */
  readonly unreadable?: Unreadable;
  /** The path is a link, and this is what can be read through it. */
  readonly link?: LinkTarget;
}

/** A text of a closed file, read when a question needs it; nothing when it can't be read. */
export type ReadText = (path: string) => string | undefined;

/** What a workspace is made with; by default every system and every rule of the product, and no texts of closed files. */
export interface WorkspaceOptions {
  readonly systems?: readonly System[];
  readonly rules?: readonly Rule[];
  readonly readText?: ReadText;
  /** Said for this run only; wins over the project file. */
  readonly settings?: RunSettings;
}

/**
 * The engine's public face: one root's files in, answers out. It knows no disk, no editor and no protocol. Paths are
 * relative to the root, with `/`; positions are UTF-16 offsets. It is single-threaded: a question is answered within
 * one revision.
 */
export class Workspace {
  /** Grows with every change, so that an answer can say what it was computed at. */
  revision = 0;
  /** What findings are made by, and told about: every rule of the product unless it was said otherwise. */
  readonly rules: readonly Rule[];
  private readonly driver: Driver;
  private readonly systems: readonly System[];
  private readonly readText: ReadText;
  /** Of rules that look at nothing but one file. */
  private readonly singleFileCodes: ReadonlySet<string>;
  private readonly pathCodes: ReadonlySet<string>;
  private readonly unindexed = new Map<string, FileState>();
  private readonly options: WorkspaceOptions;

  /** `reader` is that of another workspace, so that what the two read shares strings. */
  constructor(options: WorkspaceOptions = {}, reader?: TextReader) {
    this.options = options;
    this.systems = options.systems ?? SYSTEMS;
    this.rules = options.rules ?? RULES;
    this.pathCodes = new Set(this.rules.flatMap(rule => ('relatedIsPath' in rule ? [rule.code] : [])));
    this.singleFileCodes = new Set(this.rules.flatMap(rule => (looksAtOneFile(rule) ? [rule.code] : [])));
    this.readText = options.readText ?? (() => undefined);
    this.driver = new Driver(this.systems, this.rules, {
      runSettings: options.settings,
      readText: this.readText,
      reader,
    });
  }

  /** Whether a file at `path` has to be read; others are only noted with `note`. */
  claims(path: string): boolean {
    return this.systems.some(system => system.claims(path));
  }

  /** Whether `path` looks like a registry: that it cannot be read is then a finding. Decided by the path alone. */
  expectsRegistry(path: string): boolean {
    return looksLikeRegistry(path, this.systems);
  }

  /** Whether it counts that there is something at `path`, so that a folder there is noted, too, even an empty one. Decided by the path alone. */
  isMarker(path: string): boolean {
    return isMarker(path, this.systems);
  }

  /** Notes files and links that exist but need no reading, so that paths can be checked. */
  addPath(path: string, link?: LinkTarget): void {
    this.driver.addPath(path, link);
  }

  /** Notes that a folder cannot be listed, so that anything may be in it and nothing there is called absent; or that it can again. */
  setFolderUnlistable(folder: string, isClosed: boolean): void {
    this.revision++;
    this.driver.setFolderUnlistable(folder, isClosed);
  }

  /** Takes changes and checks whatever they touch, before it returns. */
  apply(changes: ReadonlyMap<string, Change | undefined>): void {
    this.takeChanges(changes);
    this.driver.check();
  }

  /** Takes changes without checking them yet; `settle` does. For many files at once. */
  takeChanges(changes: ReadonlyMap<string, Change | undefined>): void {
    this.revision++;
    for (const [path, change] of changes) {
      if (change !== undefined) this.driver.takeText(path, change);
      else this.forget(path);
    }
  }

  /**
   * Takes one new text; a long one in parts: what this gives is to be called until it returns true, and stops when it is told that it
   * may not go on. Should something else be taken meanwhile, the rest is done before.
   */
  takeTextInParts(path: string, change: Change): (mayGoOn: () => boolean) => boolean {
    this.revision++;
    const work = this.driver.takeTextInParts(path, change);
    return mayGoOn => runWhile(work, mayGoOn);
  }

  private forget(path: string): void {
    for (const gone of this.driver.paths.atOrBelow(path)) this.driver.delete(gone);
    for (const each of this.driver.unseen.all)
      if (each.isFolder && (each.path === path || each.path.startsWith(`${path}/`)))
        this.driver.setFolderUnlistable(each.path, false);
  }

  /**
   * Says that all files have been taken that will be, perhaps not those of the whole root: what configures them and what they need of
   * each other can be told. To be called until it returns true: it stops when `mayGoOn` says no.
   */
  connect(mayGoOn?: () => boolean): boolean {
    this.revision++;
    return this.driver.connect(mayGoOn);
  }

  /** Says that every file of the root has been taken: from here on absence can be told. */
  complete(): void {
    this.revision++;
    this.driver.complete();
  }

  get isComplete(): boolean {
    return this.driver.isWhole;
  }

  /** Checks what was taken, as long as `mayGoOn` says so. Returns whether nothing is left to check. */
  check(mayGoOn?: () => boolean): boolean {
    return this.driver.check(mayGoOn);
  }

  /** Checks what was taken of one file, before anything else that waits. */
  checkFile(path: string): void {
    this.driver.checkFile(path);
  }

  /** Checks what a keystroke in a file waits for (see `Driver.checkEdited`). Returns whether nothing is left to check. */
  checkEdited(path: string, until: { spare: () => boolean; own: () => boolean }): boolean {
    return this.driver.checkEdited(path, until);
  }

  /** The paths whose findings may have changed since this was last asked, but for those of which `takeFindings` gave the new ones. */
  takeChangedPaths(): Set<string> {
    return this.driver.findings.takeChangedPaths();
  }

  /** The findings of a file as `findings` gives them, for whoever asks for changed paths: that they have changed is known from here on. */
  takeFindings(path: string): readonly PlacedFinding[] {
    const { findings, files } = this.driver;
    findings.unmarkChanged(path);
    const now = this.findings(path);
    // Which suppressions are unused is not said before everything is checked.
    if (!this.driver.isFullyChecked && files.hasSuppressions(path)) findings.markChanged(path);
    return now;
  }

  findings(path: string): readonly PlacedFinding[] {
    return this.presented(path).findings;
  }

  /**
   * Takes what a merge preview has shown; its findings take the place of those of the one before. They stay until the next
   * one, but for those about facts that an edit changes.
   */
  setMergeEvents(events: readonly (MergeEvent & { readonly key: string })[]): void {
    const rules = this.rules.filter(rule => rule.over === 'merge');
    const findings = events.flatMap(event =>
      rules.flatMap(rule =>
        [...rule.check(event)].map((report): Finding => ({
          severity: rule.severity,
          ...report,
          code: rule.code,
          key: event.key,
        })),
      ),
    );
    this.driver.findings.setPredicted(findings);
  }

  /** An engine of the same making with nothing in it. */
  createEmpty(): Workspace {
    return new Workspace(this.options, this.driver.reader);
  }

  /** The findings that comments in the file silence. */
  suppressed(path: string): readonly PlacedFinding[] {
    return this.presented(path).suppressed;
  }

  /** Whether a system takes warnings of a rule for errors where somebody asks for strictness. */
  isStrict(code: string): boolean {
    return this.systems.some(({ strictRules = [] }) => strictRules.some(pattern => silences(pattern, code)));
  }

  private presented(path: string): PresentedFindings {
    const state = this.driver.files.get(path);
    if (state === undefined) return { findings: [], suppressed: [] };
    return present(state, {
      rules: rulesInForce(this.lookup),
      pathCodes: this.pathCodes,
      workspace: this.workspaceOf(state),
      isCertain: code => !this.driver.files.hasDamage || this.singleFileCodes.has(code),
      suppressionRules: this.rules.filter(rule => rule.over === 'suppression'),
      isComplete: this.driver.isWhole && this.driver.isFullyChecked && this.driver.unseen.all.length === 0,
    });
  }

  /** What each system answers, in the order of the systems. */
  get answers(): readonly Answers[] {
    return this.systems.flatMap(system => system.answers ?? []);
  }

  /** Every developer workspace that a system knows, in the order of the systems. */
  get workspaces(): readonly WorkspaceItem[] {
    const { lookup } = this;
    return this.answers.flatMap(each => each.workspaces?.(lookup) ?? []);
  }

  /** Their ids, sorted. */
  get workspaceIds(): string[] {
    return [...new Set(this.workspaces.map(({ id }) => id))].sort();
  }

  /** What is shown in a file that sets a system, such as the project file. */
  documents(path: string): SchemaDocuments | undefined {
    return this.systems.find(system => system.schemaDocuments !== undefined && system.claims(path))?.schemaDocuments;
  }

  get lookup(): Lookup {
    return this.driver.lookup;
  }

  /**
   * Shows a text beside the repository, such as a cell of a notebook, or takes it away. It can be asked about, but it is
   * no file: the index knows nothing of it, nothing is found in it, and nobody is led to it.
   */
  showUnindexed(path: string, text: string | undefined): void {
    if (text === undefined) this.unindexed.delete(path);
    else this.unindexed.set(path, readUnindexed(path, text, this.readingContext));
  }

  isUnindexed(path: string): boolean {
    return this.unindexed.has(path);
  }

  /** Paths of all files that were read, in no particular order. */
  paths(): Iterable<string> {
    return this.driver.files.paths();
  }

  /** Paths of all known files and links, read or not, in no particular order. */
  allPaths(): Iterable<string> {
    return this.driver.paths.all();
  }

  /** Of them, the file at `path` and those below it. */
  atOrBelow(path: string): readonly string[] {
    return this.driver.paths.atOrBelow(path);
  }

  /** Where the links of the root lead, by their paths. */
  get links(): ReadonlyMap<string, LinkTarget> {
    return this.driver.links.targets;
  }

  file(path: string): SourceFile | undefined {
    return this.state(path);
  }

  /** The text of a file: what the editor shows, else what the disk holds. */
  text(path: string): string | undefined {
    return this.state(path)?.openText ?? this.readText(path);
  }

  /**
   * The text of a file that is to be edited by places of its facts. Nothing where it cannot be read, or has other lines by now:
   * then the places are those of another text.
   */
  textToEdit(path: string): string | undefined {
    const state = this.state(path);
    if (state === undefined) return undefined;
    const text = this.text(path);
    if (text === undefined || state.openText !== undefined) return text;
    const known = state.positions.table().lineStarts;
    const now = lineStarts(text);
    return now.length === known.length && now.every((start, line) => start === known[line]) ? text : undefined;
  }

  /** The text of a file that was read, with its trees made on demand. */
  source(path: string): Source | undefined {
    const state = this.state(path);
    const text = state && this.text(path);
    return state === undefined || text === undefined ? undefined : this.driver.reader.source(state, text);
  }

  /** The start of each line of a file that was read, for turning offsets into lines and columns. */
  lineStarts(path: string): Uint32Array | undefined {
    const state = this.state(path);
    return state?.positions.table().lineStarts;
  }

  /** Where a span of a file that was read begins and ends; nothing for a file that is not known. */
  range(path: string, span: Span): { readonly start: Position; readonly end: Position } | undefined {
    const state = this.state(path);
    return state?.positions.range(span);
  }

  /** The comments in a file that silence findings. */
  suppressions(path: string): readonly Suppression[] {
    return this.state(path)?.suppressions ?? [];
  }

  /** The suppressions that a file would have if its text were this. */
  suppressionsIn(path: string, text: string): readonly Suppression[] {
    return readUnindexed(path, text, this.readingContext).suppressions;
  }

  /** Where a part of a fact stands; nothing while a damaged text does not show it. */
  span(place: Place): Span | undefined {
    const state = this.state(place.fact.file.path);
    return state && spanOfPlace(state, place);
  }

  /** The parts of facts that hold `offset`, the narrowest first. */
  placesAt(path: string, offset: number): readonly Place[] {
    const state = this.state(path);
    if (state === undefined) return [];
    const { spans } = state.positions.table();
    const found: { place: Place; size: number }[] = [];
    state.facts.forEach((fact, row) => {
      const whole = spanAt(spans, row, Part.whole);
      if (whole === undefined || !contains(whole, offset)) return;
      const parts = (spans.offsets[row + 1]! - spans.offsets[row]!) / 2;
      for (let part = 0; part < parts; part++) {
        const span = spanAt(spans, row, part);
        if (span !== undefined && contains(span, offset))
          found.push({ place: { fact, part }, size: span.end - span.start });
      }
    });
    return found.sort((a, b) => a.size - b.size).map(({ place }) => place);
  }

  /** The index as it would be if files had these texts; nothing for a file that would be gone. Changes nothing. */
  overlay(texts: ReadonlyMap<string, string | undefined>): Lookup {
    return overlayLookup(this.lookup, this.readingContext, texts);
  }

  /** The parts of a fact that the text shows, in their order; `Part.whole` first. */
  parts(fact: Fact): readonly PlacedPart[] {
    const state = this.state(fact.file.path);
    const row = state?.facts.indexOf(fact) ?? -1;
    return state === undefined || row < 0 ? [] : partsOf(fact, row, state.positions.table().spans);
  }

  /** The parts of every fact of a file, in the order of the text. */
  *partsIn(path: string): Iterable<readonly PlacedPart[]> {
    const state = this.state(path);
    if (state === undefined) return;
    const { spans } = state.positions.table();
    for (const [row, fact] of state.facts.entries()) yield partsOf(fact, row, spans);
  }

  /** What is to be looked for in texts to find every mention of a key; see `TextSearch`. */
  usesOf(key: string): readonly { readonly word: string; in(source: Source): readonly Span[] }[] {
    return this.systems.flatMap(({ textSearch }) => {
      const word = textSearch?.searchWord(key);
      return textSearch === undefined || word === undefined
        ? []
        : [{ word, in: source => textSearch.spansOf(source, key) }];
    });
  }

  /** Where a text that was read names any of the keys that `isWanted` picks, though no fact says so; see `TextSearch`. */
  *uses(path: string, isWanted: (key: string) => boolean): Iterable<{ readonly key: string; readonly span: Span }> {
    const source = this.source(path);
    if (source !== undefined)
      for (const { textSearch } of this.systems) yield* textSearch?.spansOfAny(source, isWanted) ?? [];
  }

  /** The workspace that findings in a file are judged in, as its system says. */
  workspaceOf(file: SourceFile): string | undefined {
    for (const system of this.systems) {
      const workspace = system.workspaceOf?.(file);
      if (workspace !== undefined) return workspace;
    }
    return undefined;
  }

  /** Every fact under a key; see `Lookup`. */
  factsOf(key: Key): { readonly providers: readonly Fact[]; readonly readers: readonly Fact[] } {
    return { providers: this.lookup.providers(key), readers: this.lookup.readers(key) };
  }

  private get readingContext(): ReadingContext {
    return { systems: this.systems, reader: this.driver.reader };
  }

  private state(path: string): FileState | undefined {
    return this.driver.files.get(path) ?? this.unindexed.get(path);
  }

  /** How much has been done, for tests that count work. */
  get work(): Work {
    return this.driver.work;
  }
}

/** A part of a fact, and where the text shows it. */
export interface PlacedPart {
  readonly place: Place;
  readonly span: Span;
}

function partsOf(fact: Fact, row: number, spans: SpanTable): PlacedPart[] {
  const { offsets } = spans;
  const count = ((offsets[row + 1] ?? 0) - (offsets[row] ?? 0)) / 2;
  const found: PlacedPart[] = [];
  for (let part = 0; part < count; part++) {
    const span = spanAt(spans, row, part);
    if (span !== undefined) found.push({ place: { fact, part }, span });
  }
  return found;
}

function looksAtOneFile(rule: Rule): boolean {
  return (rule.over === 'fact' || rule.over === 'file') && rule.wide !== true;
}
