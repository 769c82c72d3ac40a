import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/** Called by the extension host. Which suites to run, and where the result goes, is said by the environment. */
export async function run(): Promise<void> {
  // What is printed here reaches the terminal by several ways, or by none, and mixed with the window's own words.
  const lines: string[] = [];
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => lines.push(format(...args));
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, color: false, reporter: 'spec' });
  for (const suite of (process.env['REGISTRY_TEST_SUITES'] ?? '').split(',')) {
    mocha.addFile(path.join(__dirname, `${suite}.test.js`));
  }
  const failed = await new Promise<number>(resolve => {
    const runner = mocha.run(failures => {
      report({ passed: runner.stats?.passes ?? 0, failed: failures, text: lines.join('\n') });
      resolve(failures);
    });
  });
  if (failed > 0) throw new Error(`${failed} failed`);
}

function report(result: { passed: number; failed: number; text: string }): void {
  const file = process.env['REGISTRY_TEST_RESULT'];
  if (file) fs.writeFileSync(file, JSON.stringify(result));
}
