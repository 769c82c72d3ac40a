import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { builderText, registryText, stepName } from './python-texts';
import { percentile, time, type Row } from './timing';

const STEPS = 64;

/** Whole processes of the command line in a repository of 64 steps of real size, against Node that does nothing. */
export function benchCommandLine(program: string, rounds = 15): Row[] {
  const folder = writeRepository();
  const measure = (args: readonly string[]): number => {
    const samples = Array.from({ length: rounds }, () => time(() => spawnSync(process.execPath, args)));
    return percentile(samples, 0.5);
  };
  const bare = measure(['-e', '0']);
  const lint = measure([program, 'lint', folder]);
  // Whoever measures a program that fails measures nothing.
  const { summary } = JSON.parse(
    execFileSync(process.execPath, [program, 'lint', folder, '--format', 'json', '--fail-on', 'never']).toString(),
  ) as { summary: { error: number; files: number } };
  const ms = (value: number): string => `${value.toFixed(0)} ms`;
  return [
    { what: 'node, doing nothing', value: ms(bare) },
    { what: '--version', value: ms(measure([program, '--version'])) },
    {
      what: `lint of ${STEPS} steps`,
      value: ms(lint),
      note: `${summary.files} files with findings, ${summary.error} errors`,
    },
  ];
}

function writeRepository(): string {
  const folder = path.resolve('.cache/bench/steps');
  const write = (file: string, text: string): void => {
    const at = path.join(folder, file);
    fs.mkdirSync(path.dirname(at), { recursive: true });
    fs.writeFileSync(at, text);
  };
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, '.git'), { recursive: true });
  write('src/cursus/registry/step_names.py', registryText(STEPS));
  write('src/cursus/core/base/builder_base.py', 'class StepBuilderBase:\n    """The base of all builders."""\n');
  for (let i = 0; i < STEPS; i++) {
    const name = stepName(i);
    const file = name.toLowerCase();
    write(`src/cursus/steps/builders/builder_${file}_step.py`, builderText(i));
    write(`src/cursus/steps/configs/config_${file}_step.py`, `class ${name}Config:\n    job_type: str = "training"\n`);
    write(`src/cursus/steps/scripts/${file}.py`, scriptText(name));
  }
  return folder;
}

/** A script as steps run them: a few hundred lines of plain code. */
function scriptText(name: string): string {
  const part = (k: number): string => `
def transform_${k}(frame, columns, *, fill=0.0):
    """Part ${k} of what ${name} does with its input."""
    result = {}
    for column in columns:
        values = [fill if value is None else float(value) for value in frame[column]]
        mean = sum(values) / max(len(values), 1)
        result[column] = [(value - mean) / (abs(mean) + 1e-9) for value in values]
    return result
`;
  return `import argparse\nimport os\n${Array.from({ length: 24 }, (_, k) => part(k)).join('\n')}\nif __name__ == "__main__":\n    argparse.ArgumentParser().parse_args()\n`;
}
