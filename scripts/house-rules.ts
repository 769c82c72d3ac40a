/**
 * The rules of this project that no linter has: what each forbids, and where. `npm test` runs it over everything.
 *
 *   tsx scripts/house-rules.ts
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/** Something that a rule forbids, in a file relative to the repository; `line` is 1-based. */
export interface Violation {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

interface HouseRule {
  readonly message: string;
  /** Whether it holds for a file. */
  readonly concerns: (file: string) => boolean;
  readonly forbids: (node: ts.Node, checker: ts.TypeChecker) => boolean;
}

const isProduct = (file: string): boolean => /^(?:server\/src|client)\//.test(file);

const RULES: readonly HouseRule[] = [
  {
    message:
      'Only elements of typed arrays may be asserted with `!`. Narrow the value, iterate over entries, or pass the known value in; where it provably cannot be absent, `defined` of server/src/base/defined.ts says what is missing.',
    concerns: isProduct,
    // Hot loops read typed arrays within bounds that the loops themselves keep.
    forbids: (node, checker) =>
      ts.isNonNullExpression(node) &&
      !(ts.isElementAccessExpression(node.expression) && isTypedArray(node.expression.expression, checker)),
  },
  {
    message: 'A cast through `unknown` checks nothing: narrow the value, or give it the right type at its source.',
    // `apply` takes whatever is like an array; its type knows arrays alone.
    concerns: file => isProduct(file) && file !== 'server/src/base/interner.ts',
    forbids: node =>
      ts.isAsExpression(node) &&
      ts.isAsExpression(node.expression) &&
      node.expression.type.kind === ts.SyntaxKind.UnknownKeyword,
  },
  {
    // State belongs to the driver of a root, to the session of a client, or to a reader (ARCHITECTURE.md). Tables that are filled where
    // they are declared are no state.
    message: 'State of a module outlives whoever it belongs to: let an object own it.',
    concerns: file => file.startsWith('server/src/') && file !== 'server/src/cli/main.ts',
    forbids: node =>
      ts.isVariableDeclaration(node) &&
      ts.isVariableStatement(node.parent.parent) &&
      ts.isSourceFile(node.parent.parent.parent) &&
      ((node.parent.flags & ts.NodeFlags.Let) !== 0 || isEmptyContainer(node.initializer)),
  },
  {
    // Constants speak for themselves, or are rules and guards, which say what they are in their fields and types.
    message: 'What a file exports says what it is for: give it a doc comment.',
    concerns: file => file.startsWith('server/src/'),
    forbids: node => isExportedDeclaration(node) && !isOverload(node) && ts.getJSDocCommentsAndTags(node).length === 0,
  },
];

function isExportedDeclaration(node: ts.Node): node is ts.DeclarationStatement {
  const isDeclaration =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node);
  return isDeclaration && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
}

/** Whether a declaration of the same function stands before this one, whose comment is for both. */
function isOverload(node: ts.DeclarationStatement): boolean {
  const statements = node.getSourceFile().statements;
  const before = statements[statements.findIndex(each => each === node) - 1];
  return before !== undefined && ts.isFunctionDeclaration(before) && before.name?.text === node.name?.text;
}

/** A `Buffer` is a `Uint8Array` with methods of Node. */
const TYPED_ARRAY = /^(?:(?:Ui|I)nt\d+(?:Clamped)?Array|Float\d+Array|Buffer)$/;

function isTypedArray(node: ts.Node, checker: ts.TypeChecker): boolean {
  const type = checker.getTypeAtLocation(node);
  const parts = type.isUnion() ? type.types : [type];
  return parts.every(part => TYPED_ARRAY.test(checker.symbolToString(part.symbol)));
}

function isEmptyContainer(value: ts.Expression | undefined): boolean {
  if (value === undefined || !ts.isNewExpression(value) || (value.arguments?.length ?? 0) > 0) return false;
  return /^(?:Weak)?(?:Map|Set)$|^LruCache$/.test(value.expression.getText());
}

/** What the rules forbid in the files of a repository, in the order of files and lines. */
export function violationsIn(repository: string, program: ts.Program): readonly Violation[] {
  const checker = program.getTypeChecker();
  const found: Violation[] = [];
  for (const source of program.getSourceFiles()) {
    const file = path.relative(repository, source.fileName).replaceAll('\\', '/');
    const rules = RULES.filter(rule => rule.concerns(file) && !file.startsWith('server/src/generated/'));
    if (rules.length === 0) continue;
    const visit = (node: ts.Node): void => {
      for (const { message, forbids } of rules) {
        if (!forbids(node, checker)) continue;
        found.push({ file, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, message });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

/** The sources of the product, with the options of both its projects. */
function programOf(repository: string): ts.Program {
  const read = (folder: string): ts.ParsedCommandLine => {
    const { config } = ts.readConfigFile(path.join(repository, folder, 'tsconfig.json'), file =>
      ts.sys.readFile(file),
    ) as {
      config: unknown;
    };
    return ts.parseJsonConfigFileContent(config, ts.sys, path.join(repository, folder));
  };
  const [node, pages] = [read('.'), read('client/webview')];
  const isOurs = (file: string): boolean => isProduct(path.relative(repository, file).replaceAll('\\', '/'));
  const options = { ...node.options, lib: pages.options.lib ?? [], incremental: false };
  return ts.createProgram([...node.fileNames, ...pages.fileNames].filter(isOurs), options);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const repository = path.resolve(import.meta.dirname, '..');
  const found = violationsIn(repository, programOf(repository));
  for (const { file, line, message } of found) console.log(`${file}:${line} ${message}`);
  process.exitCode = found.length === 0 ? 0 : 1;
}
