import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Why CPython does not compile a text, and the line that it names. */
export interface Refusal {
  readonly message: string;
  readonly line: number;
}

/** What a Python says about each text: null where it compiles. */
export async function compiled(python: string, texts: readonly string[]): Promise<readonly (Refusal | null)[]> {
  const process = spawn(python, [join(import.meta.dirname, 'compile.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  process.stdin.end(texts.map(text => `${JSON.stringify(text)}\n`).join(''));
  const answers: (Refusal | null)[] = [];
  for await (const line of createInterface({ input: process.stdout })) answers.push(JSON.parse(line) as Refusal | null);
  if (answers.length !== texts.length)
    throw new Error(`${python} answered for ${answers.length} of ${texts.length} texts`);
  return answers;
}
