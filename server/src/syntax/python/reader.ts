import type { PythonDepth, PythonTree } from './tree';

export function readPython(text: string, _: PythonDepth): PythonTree {
  const none = new Int32Array(0);
  return {
    text,
    count: 0,
    kind: new Uint8Array(0),
    flags: new Uint8Array(0),
    start: none,
    end: none,
    next: none,
    problems: [],
    comments: [],
  };
}
