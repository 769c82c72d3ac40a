import { misspelt, type PlantKind } from './plants';
import type { State } from './states';

const files = (folder: string): RegExp => new RegExp(`/steps/${folder}/[a-z]\\w*\\.py$`);
const BUILDERS = files('builders');
const CONFIGS = files('configs');
const CONTRACTS = files('contracts');
const SPECIFICATIONS = files('specs');
const SCRIPTS = files('scripts');
const INTERFACES = /\.step\.yaml$/;
const REGISTRY = /\/registry\/step_names(?:_original|_base)?\.(?:py|yaml)$/;
const DAGS = /shared_dags\/.*\.(?:py|json)$/;

/** Whether another file of the package says the word. */
const elsewhere = (word: string, at: string, state: State): boolean => {
  const whole = new RegExp(`\\b${word}\\b`);
  return [...state].some(([path, text]) => path !== at && !path.includes('/validation/') && whole.test(text));
};
/** Whether a Python file of the package imports the module or name. */
const imported = (word: string, at: string, state: State): boolean => {
  const statement = new RegExp(
    `^\\s*(?:from\\s+\\S*\\b${word}\\s+import|from\\s+\\S+\\s+import\\s+(?:[^(\\n]*\\b${word}\\b|\\([^)]*\\b${word}\\b))`,
    'm',
  );
  return [...state].some(([path, text]) => path !== at && path.endsWith('.py') && statement.test(text));
};

/** What the history of the real repository shows as mistakes, kind by kind. */
export const PLANT_KINDS: readonly PlantKind[] = [
  // Imports and classes
  {
    kind: 'a module renamed, and not in its importers',
    files: /\/(?:steps|core|registry|processing)\/.*\.py$/,
    words: /$/,
    change: 'rename file',
    used: imported,
  },
  {
    kind: 'a class or function renamed, and not in its importers',
    files: /\/(?:steps|core|registry|processing)\/.*\.py$/,
    words: /^(?:class|def) (\w+)/m,
    change: 'misspell',
    used: imported,
  },
  {
    kind: 'an imported name misspelt',
    files: /\/(?:steps|core|registry|processing|api)\/.*\.py$/,
    words: /^\s*from \.\S* import (\w+)/m,
    change: 'misspell',
  },
  {
    kind: 'a builder class renamed in its file alone',
    files: BUILDERS,
    words: /^class (\w+StepBuilder)\(/m,
    change: 'misspell',
  },
  {
    kind: 'a config class renamed in its file alone',
    files: CONFIGS,
    words: /^class (\w+Config)\(/m,
    change: 'misspell',
    used: elsewhere,
  },
  {
    kind: 'a config module taken away',
    files: /\/steps\/configs\/config_\w+_step\.py$/,
    words: /$/,
    change: 'rename file',
    used: elsewhere,
  },
  {
    kind: 'a name of __all__ misspelt',
    files: /__init__\.py$/,
    words: /^\s+["'](\w+)["'],?\s*(?:#.*)?$/m,
    change: 'misspell',
    text: /^__all__\s*=\s*\[/m,
  },
  {
    kind: 'an import taken out of a package that exports it',
    files: /\/(?:steps|core|registry|processing)\/(?:.*\/)?__init__\.py$/,
    words: /^from \.\S* import (\w+)\s*$/m,
    change: 'drop line',
  },

  // Registry
  {
    kind: 'a builder misspelt in a row',
    files: REGISTRY,
    words: /builder_step_name["']?: ["']?(\w+)/,
    change: 'misspell',
  },
  { kind: 'a config misspelt in a row', files: REGISTRY, words: /config_class["']?: ["']?(\w+)/, change: 'misspell' },
  {
    kind: 'a module path of the hyperparameter registry',
    files: /hyperparameter_registry\.py$/,
    words: /"module_path": "([\w.]+)"/,
    change: () => 'cursus.steps.hyperparams.hyperparameters_gone',
  },
  {
    kind: 'a hyperparameter class renamed',
    files: files('hyperparams'),
    words: /^class (\w+)\(/m,
    change: 'misspell',
    used: elsewhere,
  },

  // Contract and specification
  {
    kind: 'a contract input renamed',
    files: CONTRACTS,
    words: /["'](\w+)["']: ["']\/opt\/ml\/[^"']*input/,
    change: 'misspell',
  },
  {
    kind: 'a contract output renamed',
    files: CONTRACTS,
    words: /["'](\w+)["']: ["']\/opt\/ml\/[^"']*(?:output|model)["'/]/,
    change: 'misspell',
  },
  {
    kind: 'an input path taken out of the contract',
    files: CONTRACTS,
    words: /^\s+["'](\w+)["']: ["']\/opt\/ml\/[^"'\n]*["'],[^\n]*$/m,
    change: 'drop line',
  },
  {
    kind: 'a dependency renamed',
    files: SPECIFICATIONS,
    words: /DependencySpec\(\s*logical_name=["'](\w+)/,
    change: 'misspell',
  },
  {
    kind: 'an output renamed',
    files: SPECIFICATIONS,
    words: /OutputSpec\(\s*logical_name=["'](\w+)/,
    change: 'misspell',
  },
  {
    kind: 'a property path misspelt',
    files: SPECIFICATIONS,
    words: /property_path=.*Outputs\[['"](\w+)/,
    change: 'misspell',
  },
  {
    kind: 'an alias that is the name of its output',
    files: SPECIFICATIONS,
    words: /OutputSpec\(\s*logical_name=["'](\w+)["'],(?:(?!OutputSpec)[^])*?aliases=\[["'](?<at>\w+)/,
    change: (_, name) => name,
  },
  { kind: 'a source misspelt', files: SPECIFICATIONS, words: /compatible_sources=\[["'](\w+)/, change: 'misspell' },
  {
    kind: 'a sibling left out of the sources',
    files: SPECIFICATIONS,
    words: /(, ["']PyTorchTraining["'])/,
    change: () => '',
  },
  {
    kind: 'a type that no source provides',
    files: SPECIFICATIONS,
    words: /dependency_type=DependencyType\.(\w+),\s*required=True/,
    change: word => (word === 'HYPERPARAMETERS' ? 'PAYLOAD_SAMPLES' : 'HYPERPARAMETERS'),
  },
  {
    kind: 'a step type of a specification misspelt',
    files: SPECIFICATIONS,
    words: /step_type=(?:get_spec_step_type\w*\()?["'](\w+)/,
    change: 'misspell',
  },
  {
    kind: 'a variant without an output of its siblings',
    files: /\/specs\/\w+_(?:calibration|testing|validation)_spec\.py$/,
    words: /logical_name=["'](\w+)["'],\s*output_type/,
    change: 'misspell',
  },
  { kind: 'an entry point renamed', files: CONTRACTS, words: /entry_point=["'](\w+)\.py/, change: 'misspell' },
  {
    kind: 'a script renamed',
    files: SCRIPTS,
    words: /$/,
    change: 'rename file',
    used: (word, _, state) =>
      [...state].some(
        ([path, text]) => /contracts|interfaces/.test(path) && new RegExp(`entry_point\\W+${word}\\.py`).test(text),
      ),
  },

  // Scripts, builders, configs
  {
    kind: 'a variable that nobody sets',
    files: SCRIPTS,
    words: /^(import os)$/m,
    change: () => 'import os\nLEVEL = os.environ["SAMPLING_LEVEL"]',
  },
  {
    kind: 'one more variable that script and contract require',
    files: CONTRACTS,
    words: /required_env_vars=\[\s*["']([A-Z][A-Z_]+)/,
    change: word => `${word}", "SAMPLING_LEVEL`,
  },
  {
    kind: 'a required variable renamed in the contract',
    files: CONTRACTS,
    words: /required_env_vars=\[[^\]]*?["']([A-Z][A-Z_]+)/,
    change: 'misspell',
  },
  {
    kind: 'a variable renamed in the script',
    files: SCRIPTS,
    words: /os\.environ(?:\.get\(|\[)["']([A-Z][A-Z_]+)/,
    change: 'misspell',
    used: (word, _, state) =>
      [...state].some(([path, text]) => path.includes('contracts') && new RegExp(`["']${word}["']`).test(text)),
  },
  {
    kind: 'a variable misspelt in the builder',
    files: BUILDERS,
    words: /env_vars\[["']([A-Z][A-Z_]+)/,
    change: 'misspell',
  },
  {
    kind: 'an argument renamed in the script',
    files: SCRIPTS,
    words: /add_argument\(\s*["']--(\w+)/,
    change: 'misspell',
  },
  { kind: 'an argument renamed in the builder', files: BUILDERS, words: /["']--(\w[\w-]+)["']/, change: 'misspell' },
  {
    kind: 'an argument taken out of the script',
    files: SCRIPTS,
    words: /(add_argument\(["']--\w+.*\))$/m,
    change: 'drop line',
  },
  {
    kind: 'a path of a script misspelt',
    files: SCRIPTS,
    words: /["']\/opt\/ml\/processing\/(?:input|output)\/(\w+)["']/,
    change: 'misspell',
  },
  {
    kind: 'a path of a contract misspelt',
    files: CONTRACTS,
    words: /["']\/opt\/ml\/processing\/(?:input|output)\/(\w+)["']/,
    change: 'misspell',
  },
  {
    kind: 'a config attribute misspelt in the builder',
    files: BUILDERS,
    words: /self\.config\.([a-z]\w{4,})/,
    change: 'misspell',
  },
  {
    kind: 'a config field renamed',
    files: CONFIGS,
    words: /^ {4}([a-z]\w+)\s*:.*Field\(/m,
    change: 'misspell',
    used: (word, _, state) =>
      [...state].some(([path, text]) => BUILDERS.test(path) && new RegExp(`self\\.config\\.${word}\\b`).test(text)),
  },
  {
    kind: 'a method that a builder must have',
    files: BUILDERS,
    words: /def (validate_configuration|_get_inputs|_get_outputs|create_step)\(/,
    change: 'misspell',
  },

  // Catalogues
  {
    kind: 'a node of a DAG misspelt',
    files: DAGS,
    words: /(?:add_node\(|^\s{6}|nodes": \[\s*)["']([A-Z]\w+)["']/m,
    change: word =>
      `${misspelt(word.split('_')[0] ?? word)}${word.includes('_') ? `_${word.split('_')[1] ?? ''}` : ''}`,
  },
  {
    kind: 'a job type of a DAG misspelt',
    files: DAGS,
    words: /add_node\(["'][A-Z]\w+_([a-z]+)["']/,
    change: 'misspell',
  },
  { kind: 'an edge of a DAG without its node', files: DAGS, words: /add_edge\(["']([A-Z]\w+)["']/, change: 'misspell' },
  {
    kind: 'a source file of the catalogue',
    files: /catalog_index\.json$/,
    words: /"source_file": "([\w/]+)\.py"/,
    change: 'misspell',
  },

  // Interfaces
  { kind: 'interface: entry point', files: INTERFACES, words: /^ {2}entry_point: (\w+)\.py/m, change: 'misspell' },
  {
    kind: 'interface: contract input renamed',
    files: INTERFACES,
    words: /^ {4}(\w+):\n {6}path: \/opt\/ml\/\S*input/m,
    change: 'misspell',
  },
  {
    kind: 'interface: dependency renamed',
    files: INTERFACES,
    words: /^ {4}(\w+):\n {6}type: \w+\n {6}required: true/m,
    change: 'misspell',
  },
  {
    kind: 'interface: output renamed',
    files: INTERFACES,
    words: /^ {4}(\w+):\n {6}type: \w+\n {6}property_path:/m,
    change: 'misspell',
  },
  {
    kind: 'interface: property path',
    files: INTERFACES,
    words: /property_path: .*Outputs\[['"](\w+)/,
    change: 'misspell',
  },
  {
    kind: 'interface: source misspelt',
    files: INTERFACES,
    words: /compatible_sources:\n {6}- (\w+)/,
    change: 'misspell',
  },
  {
    kind: 'interface: required variable renamed',
    files: INTERFACES,
    words: /^ {4}required:\n {4}- ([A-Z]\w+)/m,
    change: 'misspell',
  },
  { kind: 'interface: argument renamed', files: INTERFACES, words: /^ {2}arguments:\n {4}(\w+):/m, change: 'misspell' },
  {
    kind: 'interface: flag of a script',
    files: INTERFACES,
    words: /^ {2,4}- flag: ["']?--(\w+)/m,
    change: 'misspell',
  },
  {
    kind: 'interface: a required input made optional',
    files: INTERFACES,
    words: /^ {4}\w+:\n {6}path: \S+\n {6}required: (true)/m,
    change: () => 'false',
  },
  {
    kind: 'interface: a type that no source provides',
    files: INTERFACES,
    words: /^ {4}\w+:\n {6}type: (\w+)\n {6}required: true/m,
    change: word => (word === 'hyperparameters' ? 'payload_samples' : 'hyperparameters'),
  },
  {
    kind: 'interface: an input path taken out of the contract',
    files: INTERFACES,
    words: /( {4}\w+:\n {6}path: \/opt\/ml\/processing\/input\S*\n(?: {6}required: \w+\n)?)(?= {4}\w+:\n {6}path)/m,
    change: () => '',
  },
  {
    kind: 'interface: direct input',
    files: INTERFACES,
    words: /direct_input_keys:\s*(?:\[|\n {2}- )(\w+)/,
    change: 'misspell',
  },
  {
    kind: 'interface: path misspelt',
    files: INTERFACES,
    words: /path: \/opt\/ml\/processing\/(?:input|output)\/(\w+)$/m,
    change: 'misspell',
  },
  { kind: 'interface: step type', files: INTERFACES, words: /^step_type: (\w+)/m, change: 'misspell' },
];
