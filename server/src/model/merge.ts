import type { Place } from './fact';
import type { At, Severity } from './finding';

/** What would happen if all developer workspaces landed in core together, and where it is to be seen today. */
export type MergeEvent =
  | {
      /** A definition would be lost to the one of workspace `other`, which lands first. */
      readonly what: 'lost';
      readonly kind: string;
      readonly name: string;
      readonly workspace: string;
      readonly other: string;
      /** Fields in which they differ. */
      readonly fields: readonly string[];
      readonly at: Place;
      readonly otherAt: Place | undefined;
    }
  | {
      /** The definitions of `losers` would be lost to this one, which lands first. */
      readonly what: 'wins';
      readonly kind: string;
      readonly name: string;
      readonly workspace: string;
      readonly losers: readonly { readonly workspace: string; readonly at: Place | undefined }[];
      readonly at: Place;
    }
  | {
      /** A file would stand at `to`, where one of workspace `other` would, too, with another text. */
      readonly what: 'same place';
      readonly to: string;
      readonly other: string;
      readonly at: At;
    }
  | {
      /** A definition cannot land. */
      readonly what: 'refused';
      readonly kind: string;
      readonly name: string;
      readonly reason: string;
      readonly at: Place;
    }
  | {
      /** A rule would find something that it does not find today. */
      readonly what: 'found';
      readonly code: string;
      readonly severity: Severity;
      readonly message: string;
      readonly at: At;
    };
