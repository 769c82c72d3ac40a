/**
 * What `npm start` shows after the build: the sample repository linted, a step explained, its artifacts listed, and how to see the
 * same in an editor.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '..');

show('lint', 'examples');
show('explain', 'XGBoostTraining', 'examples', '--workspace', 'alice');
show('list', 'artifacts', 'examples');
console.log(`The same in VS Code: code --extensionDevelopmentPath="$PWD" examples
Open developer_workspaces/developers/alice/src/cursus_dev/registry/workspace_registry.py there, hover on a step, or run
"Registry: Explain Resolution". examples/README.md says what else there is to see.

The command line: node dist/cli.js --help`);

/** Runs the command line in the repository. That it finds something is what the sample is for. */
function show(...line) {
  console.log(`$ registry-intel ${line.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', ...line], { cwd: repository, stdio: 'inherit' });
  if (status !== 0 && status !== 1) process.exit(status ?? 1);
  console.log();
}
