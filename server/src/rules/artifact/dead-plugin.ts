import { truncateName } from '../../base/message-text';
import { Part } from '../../model/fact';
import { at } from '../../model/finding';
import { isSamplePath, missingModuleOf, type PluginFact } from '../../systems/artifacts/public';
import type { FactRule } from '../rule';

export const deadPlugin: FactRule<PluginFact> = {
  code: 'artifact/dead-plugin',
  severity: 'warning',
  summary: 'An entry point of the group node_registry names a module that its package does not have.',
  why:
    'Plugins announce their registries as entry points. Whoever loads this one gets ModuleNotFoundError, which the design document calls ' +
    'PluginLoadError, and has none of its artifacts. Only packages whose folder lies beside the file, or below src, are looked into; ' +
    'what the attribute after the colon is, only running the module would tell.',
  remedy: 'Correct the module, or take the entry point out.',
  bad: `
#- plugin/pyproject.toml
[project.entry-points.node_registry]
acme = "acme.registry:nodes"
#       ^^^^^^^^^^^^^^^^^^^ artifact/dead-plugin
#- plugin/acme/__init__.py
#- plugin/acme/registries.py
nodes = None
`,
  good: `
#- plugin/pyproject.toml
[project.entry-points.node_registry]
acme = "acme.registry:nodes"
#- plugin/acme/__init__.py
#- plugin/acme/registry.py
nodes = None
`,
  over: 'fact',
  kind: 'artifact-plugin',
  wide: true,
  *check(plugin, lookup) {
    if (isSamplePath(plugin.file.path)) return;
    const missing = missingModuleOf(plugin, lookup);
    if (missing === undefined) return;
    yield {
      at: at(plugin, Part.fieldValue(0)),
      message: `There is no module '${truncateName(missing)}': loading this plugin raises ModuleNotFoundError`,
    };
  },
};
