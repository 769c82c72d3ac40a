import { FactParts } from '../../server/src/model/fact-parts';
import { isLink } from '../../server/src/model/link';
import type { Rule } from '../../server/src/rules/rule';
import { unreadable } from '../../server/src/rules/registry/unreadable';
import type { System } from '../../server/src/systems/system';
import { Workspace, type WorkspaceOptions } from '../../server/src/workspace';
import type { Key } from '../../server/src/model/lookup';

/** A toy system: every line of a `.toy` file is a fact; `registry.toy` is the name of a registry. */
const LINES: System = {
  name: 'lines',
  headers: new Set(),
  claims: path => path.endsWith('.toy'),
  expectsRegistry: path => /(^|\/)registry\.toy$/.test(path),
  read({ text, file }, out) {
    let offset = 0;
    for (const line of text.split('\n')) {
      if (line !== '')
        out.fact({ kind: 'line', name: line, file }, new FactParts({ start: offset, end: offset + line.length }));
      offset += line.length + 1;
    }
  },
  keys: (fact, index) => index.provides(`line:${fact.name}` as Key),
};

const RULES: readonly Rule[] = [unreadable];

export function linesWorkspace(options: WorkspaceOptions = {}): Workspace {
  return new Workspace({ systems: [LINES], rules: RULES, ...options });
}

/** Everything such a workspace holds: each path with its lines (`-` for a file that was not read), and where a link leads. */
export function contents(workspace: Workspace): Record<string, string> {
  const all = [...workspace.allPaths()].sort().map(path => {
    const file = workspace.file(path);
    const link = file?.facts.find(isLink);
    const lines = file?.facts.flatMap(fact => (isLink(fact) ? [] : [fact.name])) ?? ['-'];
    return [path, [...lines, ...(link === undefined ? [] : [`-> ${link.target ?? 'outside'}`])].join('|')];
  });
  return Object.fromEntries(all) as Record<string, string>;
}
