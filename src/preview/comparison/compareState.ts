import type { Remark } from '../previewState';
import type { SendingReason } from '../readiness';
import type { ComparedKind, ComparedList } from './comparedPeople';

/** What an extract is compared with. */
export type ComparedOther =
  | { readonly kind: 'extract'; readonly name: string }
  /** The people last sent over the connection with that name. */
  | { readonly kind: 'baseline'; readonly connection: string };

/** The actions that a user can request for a comparison. */
export const COMPARE_WISHES = [
  /** Compare with another extract, which the user is asked for. */
  'extract',
  /** Compare with what was last sent over the connection in use. */
  'baseline',
  /** End the comparison. */
  'nothing',
  /** Swap the sides, in a preview of the other extract. */
  'swap',
  /** Stop reading, or start again. */
  'stop',
  'again',
  /** Read the other extract in the encoding that it probably has. */
  'readAs',
] as const;

export type CompareWish = (typeof COMPARE_WISHES)[number];

/** The result of a comparison. */
export interface ComparedContent {
  readonly counts: readonly (readonly [kind: ComparedKind, count: number])[];
  /** The number of people for whom each attribute differs. */
  readonly attributes: readonly (readonly [path: string, count: number])[];
  readonly list: ComparedList;
  /** Changes with every comparison: rows that were sent before may then be outdated. */
  readonly edition: number;
  /** The findings of guards that would ask or stop, the most severe first; see `sendingReasons`. */
  readonly reasons: readonly SendingReason[];
  /** Remarks about the comparison, in sentences. */
  readonly notes: readonly string[];
  /** Whether the other side has values and not only hashes. Without values, old values and leavers are unknown. */
  readonly hasValues: boolean;
}

/** The state of a comparison on the page. */
export type CompareState =
  | { readonly kind: 'none'; readonly connection: string }
  | { readonly kind: 'reading'; readonly other: ComparedOther; readonly text: string; readonly share: number }
  | { readonly kind: 'stopped'; readonly other: ComparedOther }
  /** The comparison is not possible, or there is nothing to compare with. */
  | {
      readonly kind: 'unusable';
      readonly other: ComparedOther;
      readonly text: string;
      readonly problems: readonly Remark[];
      /** The encoding that the other extract probably has. */
      readonly readAs?: string;
    }
  | {
      readonly kind: 'compared';
      readonly other: ComparedOther;
      readonly content: ComparedContent;
      /** Whether the comparison is being repeated; the shown result is then the previous one. */
      readonly isRenewed: boolean;
    };
