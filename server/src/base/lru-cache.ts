/**
 * A map of what was asked for lately: once `size` entries are new, those that nobody has asked for since then are forgotten. It holds no
 * more than twice as many. A weak map would hold as many as there are objects, and make every collection of garbage walk over them.
 */
export class LruCache<K, V> {
  private recent = new Map<K, V>();
  private before = new Map<K, V>();
  private readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  get(key: K): V | undefined {
    const there = this.recent.get(key);
    if (there !== undefined) return there;
    const older = this.before.get(key);
    if (older !== undefined) this.set(key, older);
    return older;
  }

  set(key: K, value: V): void {
    if (this.recent.size >= this.size) {
      this.before = this.recent;
      this.recent = new Map();
    }
    this.recent.set(key, value);
  }
}
