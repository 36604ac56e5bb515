import type { UnitSet } from './units/unitSet';

/** The tree of a pattern. Texts are read in UTF-16 code units, as in .NET. */
export type RegexNode =
  | { readonly kind: 'unit'; readonly unit: number }
  | { readonly kind: 'set'; readonly set: UnitSet }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly kind: 'alternation'; readonly branches: readonly RegexNode[] }
  | CaptureNode
  | { readonly kind: 'atomic'; readonly body: RegexNode }
  | { readonly kind: 'look'; readonly isLookbehind: boolean; readonly negative: boolean; readonly body: RegexNode }
  | { readonly kind: 'reference'; readonly slot: number; readonly ignoreCase: boolean }
  /** Continues with either `yes` or `no`, depending on whether a group has captured or something matches here. */
  | { readonly kind: 'ifCaptured'; readonly slot: number; readonly yes: RegexNode; readonly no: RegexNode }
  | { readonly kind: 'ifMatches'; readonly condition: RegexNode; readonly yes: RegexNode; readonly no: RegexNode }
  | Repeat;

export interface CaptureNode {
  readonly kind: 'capture';
  /** Undefined for `(?<-b>...)`, which captures nothing itself. */
  readonly slot: number | undefined;
  /** The group whose capture is removed, as in `(?<a-b>...)`; without a capture it does not match. */
  readonly taken?: number;
  readonly body: RegexNode;
}

export interface Repeat {
  readonly kind: 'repeat';
  readonly body: RegexNode;
  readonly min: number;
  /** `Infinity` where the pattern has no limit. */
  readonly max: number;
  readonly lazy: boolean;
}

/**
 * `endOrFinalNewline` is .NET's `$` and `\Z`: the end, or before a line feed that is the last character. `searchStart`
 * is `\G`: where the search begins, or the last match ended.
 */
export type Anchor =
  'start' | 'searchStart' | 'end' | 'endOrFinalNewline' | 'lineStart' | 'lineEnd' | 'wordBoundary' | 'notWordBoundary';

/** The groups of a pattern. A slot is the index of a group among the captures, in the order of the group numbers. */
export interface RegexGroups {
  /** How many slots there are, with slot 0 for the whole match. */
  readonly slots: number;
  /** Group number to slot; sparse where the pattern numbers its groups itself: `(?<7>a)`. */
  readonly byNumber: ReadonlyMap<number, number>;
  /** Group name to slot. */
  readonly byName: ReadonlyMap<string, number>;
  /**
   * The name by which a group can be requested: its name, or its number if it has none. The number of a named group is
   * not such a name.
   */
  readonly byCall: ReadonlyMap<string, number>;
}

export interface RegexTree {
  readonly root: RegexNode;
  readonly groups: RegexGroups;
}

/** The reason why a pattern is not evaluated. */
export interface RegexRefusal {
  /** `invalid`: .NET refuses it as well. `unsupported`: it has a meaning in .NET that cannot be reproduced here. */
  readonly code: 'invalid' | 'unsupported';
  /** The part of the pattern that is refused, as written. */
  readonly construct: string;
  /** The reason, in one sentence. */
  readonly message: string;
  /** Where `construct` begins in the pattern, in UTF-16 code units. */
  readonly offset: number;
}
