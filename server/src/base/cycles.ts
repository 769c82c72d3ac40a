import { defined } from './defined';

/**
 * The cycles of a graph, given for each node those it leads to: a number for each node, the same for all nodes that can
 * reach each other; nothing for a node that cannot reach itself. Numbered from 0 in a stable order. Linear, and no deeper
 * on the stack for a longer path (Tarjan's components, with the stack written out).
 */
export function cyclesOf(targets: readonly (readonly number[])[]): (number | undefined)[] {
  const count = targets.length;
  const found = new Array<number | undefined>(count).fill(undefined);
  const order = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const nextTarget = new Int32Array(count);
  const isOpen = new Uint8Array(count);
  const open: number[] = [];
  let visited = 0;
  let cycles = 0;

  const targetsOf = (node: number): readonly number[] => defined(targets[node], 'the targets of a node');
  const enter = (node: number, path: number[]): void => {
    order[node] = low[node] = visited++;
    isOpen[node] = 1;
    open.push(node);
    path.push(node);
  };
  const leave = (node: number, above: number | undefined): void => {
    if (above !== undefined) low[above] = Math.min(low[above]!, low[node]!);
    if (low[node] !== order[node]) return;
    const members = open.splice(open.lastIndexOf(node));
    const isCycle = members.length > 1 || targetsOf(node).includes(node);
    for (const member of members) {
      isOpen[member] = 0;
      if (isCycle) found[member] = cycles;
    }
    if (isCycle) cycles++;
  };

  for (let start = 0; start < count; start++) {
    if (order[start] !== -1) continue;
    const path: number[] = [];
    enter(start, path);
    for (let node: number | undefined = start; node !== undefined; node = path.at(-1)) {
      const target = targetsOf(node)[nextTarget[node]!++];
      if (target === undefined) {
        path.pop();
        leave(node, path.at(-1));
      } else if (order[target] === -1) enter(target, path);
      else if (isOpen[target] === 1) low[node] = Math.min(low[node]!, order[target]!);
    }
  }
  return found;
}
