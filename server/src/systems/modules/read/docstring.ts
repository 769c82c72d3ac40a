/** A docstring without its indentation and the empty lines around it, as Python's `inspect.cleandoc` gives it. */
export function cleanDoc(text: string): string {
  const [first = '', ...rest] = text.split('\n').map(expandTabs);
  const indents = rest.filter(line => line.trim() !== '').map(indentOf);
  const margin = indents.reduce((least, each) => Math.min(least, each), Infinity);
  const lines = [first.trimStart(), ...(margin === Infinity ? rest : rest.map(line => line.slice(margin)))];
  let [start, end] = [0, lines.length];
  while (end > start && lines[end - 1] === '') end--;
  while (start < end && lines[start] === '') start++;
  return lines.slice(start, end).join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Tab stops are eight columns apart. */
function expandTabs(line: string): string {
  if (!line.includes('\t')) return line;
  let out = '';
  for (const part of line.split(/(\t)/)) out += part === '\t' ? ' '.repeat(8 - (out.length % 8)) : part;
  return out;
}
