import type { Position } from 'vscode-languageserver';
import { uriOf, type TestClient } from '../lsp/client';

/** One step of editing: a place in the text as it is now (a UTF-16 offset), how much goes there, and what comes. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly insert: string;
}

/** An open text, and what the editor has made of it. */
export class Editor {
  readonly file: string;
  text: string;
  private readonly client: TestClient;
  private readonly waiting = new Map<number, () => void>();
  /** The version that the last findings were of. */
  private shown = 1;

  private constructor(client: TestClient, file: string, text: string) {
    this.client = client;
    this.file = file;
    this.text = text;
    const uri = uriOf(file);
    client.onPublished(() => {
      const last = client.published.at(-1)!;
      if (last.uri !== uri) return;
      this.shown = last.version ?? this.shown;
      for (const [version, done] of this.waiting) if (version <= this.shown) done();
    });
  }

  /** Gives the editor once the findings of the text are there. */
  static async open(client: TestClient, file: string, text: string, languageId?: string): Promise<Editor> {
    await client.open(file, text, languageId);
    await client.published_(file, 1);
    return new Editor(client, file, text);
  }

  /** Milliseconds until the findings of the text with the edit, or of a later one, are there. */
  async make({ at, length, insert }: Edit): Promise<number> {
    const range = { start: positionAt(this.text, at), end: positionAt(this.text, at + length) };
    this.text = this.text.slice(0, at) + insert + this.text.slice(at + length);
    this.client.published.length = 0;
    const began = performance.now();
    const version = await this.client.change(this.file, [{ range, text: insert }]);
    if (version > this.shown) await new Promise<void>(resolve => this.waiting.set(version, resolve));
    this.waiting.delete(version);
    return performance.now() - began;
  }

  /** Puts `suffix` behind the first `what`, in place of a suffix made of `x`. */
  replace(what: string, suffix: string): Promise<number> {
    const at = this.text.indexOf(what) + what.length;
    return this.make({ at, length: this.text[at] === 'x' ? 1 : 0, insert: suffix });
  }
}

export function positionAt(text: string, offset: number): Position {
  let line = 0;
  let start = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++;
    start = at + 1;
  }
  return { line, character: offset - start };
}
