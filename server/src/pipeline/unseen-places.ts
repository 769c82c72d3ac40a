import { compareStrings } from '../base/collections';
import type { Unseen } from '../model/lookup';

/** The folders that could not be listed, and the files that could not be read. Nearly always none. */
export class UnseenPlaces {
  private readonly places = new Map<string, Unseen>();
  private sorted: readonly Unseen[] = [];

  /** By path. */
  get all(): readonly Unseen[] {
    return this.sorted;
  }

  /** Notes a place that cannot be read. Returns whether it was not noted as that kind of place before. */
  add(path: string, isFolder: boolean): boolean {
    if (this.places.get(path)?.isFolder === isFolder) return false;
    this.places.set(path, { path, isFolder });
    return this.sort();
  }

  /** Forgets a place, which can be read again. Returns whether it was noted as that kind of place. */
  delete(path: string, isFolder: boolean): boolean {
    if (this.places.get(path)?.isFolder !== isFolder) return false;
    this.places.delete(path);
    return this.sort();
  }

  private sort(): true {
    this.sorted = [...this.places.values()].sort((a, b) => compareStrings(a.path, b.path));
    return true;
  }
}
