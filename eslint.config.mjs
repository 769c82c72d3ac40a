import tseslint from 'typescript-eslint';
import { projectRules } from './scripts/eslint-rules.mjs';

const NO_DEFAULT_EXPORT = [
  { selector: 'ExportDefaultDeclaration', message: 'Name what you export, so that a search finds it.' },
];

const STATE = 'State of a module outlives whoever it belongs to: let an object own it.';
const NO_MODULE_STATE = ['Program', 'Program > ExportNamedDeclaration'].flatMap(top => [
  { selector: `${top} > VariableDeclaration[kind="let"]`, message: STATE },
  {
    selector: `${top} > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Map|Set|WeakMap|WeakSet|LruCache)$/][arguments.length=0]`,
    message: STATE,
  },
]);

export default tseslint.config(
  { ignores: ['dist', '.cache', 'node_modules', 'examples', 'test/corpus', 'server/src/generated', '**/*.d.cts'] },
  ...tseslint.configs.strictTypeChecked.map(config => ({ files: ['**/*.ts'], ...config })),
  ...tseslint.configs.stylisticTypeChecked.map(config => ({ files: ['**/*.ts'], ...config })),
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // In the product, `project/non-null-assertion` allows it for elements of typed arrays alone.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', ...NO_DEFAULT_EXPORT],
    },
  },
  {
    // State belongs to the driver of a root, to the session of a client, or to a reader (ARCHITECTURE.md). Tables that are filled where
    // they are declared are no state.
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/cli/main.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...NO_DEFAULT_EXPORT, ...NO_MODULE_STATE],
    },
  },
  {
    files: ['server/src/**/*.ts', 'client/**/*.ts'],
    plugins: { project: projectRules },
    rules: { 'project/non-null-assertion': 'error', 'project/cast-through-unknown': 'error' },
  },
  {
    // What Python does with a value depends on a few kinds of values and is a TypeError for all the others.
    files: ['{server/src,test}/syntax/python/evaluate/*.ts', 'server/src/systems/steps/read/*.ts'],
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: { '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [] }] },
  },
);
