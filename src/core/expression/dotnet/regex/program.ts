import type { Anchor } from './regexTree';
import type { UnitSet } from './units/unitSet';

/** `1` reads to the right, `-1` to the left: inside a lookbehind .NET matches from right to left. */
export type RegexStep = 1 | -1;

/**
 * Where the matcher may come again by another way, and what it needs to know whether it has been there already.
 * `marks` are the registers of the repetitions around it whose body may be empty, the outermost first: what follows
 * depends on how many of them have moved on since their turn began, because .NET ends a repetition after an empty turn.
 */
export interface Crossing {
  readonly slot: number;
  readonly marks: readonly number[];
}

/** What the matcher does at one place of a program. Unless it says otherwise it goes on at the next place. */
export type Instruction =
  | { readonly op: 'unit'; readonly unit: number; readonly step: RegexStep }
  | { readonly op: 'set'; readonly set: UnitSet; readonly step: RegexStep }
  /** A repetition of one set, in one instruction. */
  | {
      readonly op: 'run';
      readonly set: UnitSet;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
      readonly step: RegexStep;
      readonly crossing: Crossing;
    }
  | { readonly op: 'anchor'; readonly anchor: Anchor }
  /** Keeps the position in a register. */
  | { readonly op: 'mark'; readonly register: number }
  /** Captures what lies between the position in `register` and here, in whatever direction it was read. */
  | Capture
  | Balance
  | { readonly op: 'reference'; readonly slot: number; readonly ignoreCase: boolean; readonly step: RegexStep }
  /** Goes on at `target` if the group has captured nothing. */
  | { readonly op: 'ifCaptured'; readonly slot: number; readonly target: number }
  /** Tries `first`, and `second` if that does not lead to a match. */
  | { readonly op: 'split'; readonly first: number; readonly second: number; readonly crossing: Crossing }
  | { readonly op: 'jump'; readonly target: number }
  /** Leaves a repetition whose last turn took nothing. */
  | { readonly op: 'leaveIfEmpty'; readonly register: number; readonly target: number }
  /** Matches what follows up to its `scopeEnd` by itself, once; it is not tried again in other ways. */
  | { readonly op: 'scope'; readonly scope: ScopeKind; readonly target: number; readonly crossing: Crossing }
  | { readonly op: 'scopeEnd'; readonly scope: ScopeKind }
  | { readonly op: 'match' };

/** Takes down what lies between the position that a register holds and this one. */
export interface Capture {
  readonly op: 'capture';
  readonly slot: number;
  readonly register: number;
  /** The register of the slot's last capture in the history; -1 where no captures are ever taken away. */
  readonly last: number;
}

/** Likewise, and takes away the last capture of a slot; fails if it has none. `slot` is -1 where nothing is captured. */
export interface Balance {
  readonly op: 'balance';
  readonly slot: number;
  readonly register: number;
  readonly last: number;
  readonly taken: number;
  readonly takenLast: number;
}

/** An atomic group keeps its position, a lookaround goes back to where it began; a condition that fails goes on at `target`. */
export type ScopeKind = 'atomic' | 'look' | 'negativeLook' | 'condition';

export interface Program {
  readonly code: readonly Instruction[];
  /** Captures lie in the first `2 * slots` registers, as start and end; -1 is none. */
  readonly slots: number;
  readonly registers: number;
  /** How many slots all crossings take; 0 where it cannot be remembered what failed, because captures decide. */
  readonly crossingSlots: number;
  /** Matches begin at the start of the text only. */
  readonly atStart: boolean;
  /** Which ASCII units a match can begin with; undefined where a match may be empty. */
  readonly first: Uint8Array | undefined;
}
