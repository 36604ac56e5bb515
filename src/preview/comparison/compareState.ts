import type { Remark } from '../previewState';
import type { SendingReason } from '../readiness';
import type { ComparedKind, ComparedList } from './comparedPeople';

/** What an extract is compared with. */
export type ComparedOther =
  | { readonly kind: 'extract'; readonly name: string }
  /** What was last sent over the connection of that name. */
  | { readonly kind: 'baseline'; readonly connection: string };

/** What somebody can want of a comparison. */
export const COMPARE_WISHES = [
  /** Another extract, which is asked for. */
  'extract',
  /** What was last sent over the connection in use. */
  'baseline',
  /** Nothing any more. */
  'nothing',
  /** The other way round, in a preview of the other extract. */
  'swap',
  /** To stop reading, and to begin again. */
  'stop',
  'again',
  /** To read the other extract in the encoding that it looks like. */
  'readAs',
] as const;

export type CompareWish = (typeof COMPARE_WISHES)[number];

/** What came of a comparison. */
export interface ComparedContent {
  readonly counts: readonly (readonly [kind: ComparedKind, count: number])[];
  /** How many people differ in each attribute. */
  readonly attributes: readonly (readonly [path: string, count: number])[];
  readonly list: ComparedList;
  /** Another one than before: rows that were given may be different by now. */
  readonly edition: number;
  /** Where guards would ask or stop, the gravest first; see `sendingReasons`. */
  readonly reasons: readonly SendingReason[];
  /** Worth knowing of what was compared, in sentences. */
  readonly notes: readonly string[];
  /** Whether more is known of the others than hashes: their values, and who is not here any more. */
  readonly hasValues: boolean;
}

/** What the page shows of a comparison. */
export type CompareState =
  | { readonly kind: 'none'; readonly connection: string }
  | { readonly kind: 'reading'; readonly other: ComparedOther; readonly text: string; readonly share: number }
  | { readonly kind: 'stopped'; readonly other: ComparedOther }
  /** It cannot be compared, or there is nothing to compare with. */
  | {
      readonly kind: 'unusable';
      readonly other: ComparedOther;
      readonly text: string;
      readonly problems: readonly Remark[];
      /** The encoding that the other extract looks like. */
      readonly readAs?: string;
    }
  | {
      readonly kind: 'compared';
      readonly other: ComparedOther;
      readonly content: ComparedContent;
      /** It is compared again; what is shown is how it was before. */
      readonly isRenewed: boolean;
    };
