import type * as Yaml from 'yaml';

/** The YAML library, loaded when first asked for: that takes 7 ms, and many sessions begin without a YAML text. */
export function library(): typeof Yaml {
  // oxlint-disable-next-line typescript/no-require-imports -- an import would load it at once
  return require('yaml') as typeof Yaml;
}
