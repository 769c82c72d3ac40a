import { Flag, hasCompoundKey, Kind } from './tree';

/** The arrays of a tree while it is being built, and afterwards. */
export class TreeBuilder {
  count = 0;
  readonly kind: Uint8Array;
  readonly flags: Uint8Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly next: Int32Array;
  /** The last node that is neither a literal nor a name; leaves always are one. */
  private lastCode = 0;
  /** The last node that has to be evaluated though it is data: see `Flag.Literals`. */
  private lastEvaluated = 0;

  constructor(capacity: number) {
    this.kind = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.start = new Int32Array(capacity);
    this.end = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
  }

  clear(): void {
    this.count = 0;
    this.lastCode = this.lastEvaluated = 0;
  }

  /** Starts a node; what is added until `close` is inside of it. */
  open(kind: number, start: number, flags = 0): number {
    const node = this.count++;
    this.kind[node] = kind;
    this.flags[node] = flags;
    this.start[node] = start;
    if (kind < Kind.Dict || kind > Kind.Constant) this.lastCode = node;
    else if (kind === Kind.Spread || kind === Kind.Set || kind === Kind.Field) this.lastEvaluated = node;
    return node;
  }

  close(node: number, end: number): void {
    this.end[node] = end;
    this.next[node] = this.count;
    const kind = this.kind[node];
    if (kind === Kind.Pair && hasCompoundKey(this, node)) this.lastEvaluated = node;
    else if (kind === Kind.Dict && this.lastCode < node)
      this.flags[node]! |= this.lastEvaluated < node ? Flag.Data | Flag.Literals : Flag.Data;
  }

  leaf(kind: number, start: number, end: number, flags = 0): number {
    const node = this.count++;
    this.kind[node] = kind;
    this.flags[node] = flags;
    this.start[node] = start;
    this.end[node] = end;
    this.next[node] = this.count;
    if (kind === Kind.Name) this.lastEvaluated = node;
    return node;
  }
}
