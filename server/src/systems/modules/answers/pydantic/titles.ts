import { titleCase } from './text-methods';

/** The title of a field that has none: `user_id` is `User Id`, as `name.title().replace('_', ' ').strip()` gives it. */
export function titleOfName(name: string): string {
  return titleCase(name).replaceAll('_', ' ').trim();
}
