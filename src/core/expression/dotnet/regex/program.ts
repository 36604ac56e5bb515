import type { Anchor } from './regexTree';
import type { UnitSet } from './units/unitSet';

/** `1` reads to the right, `-1` to the left: inside a lookbehind .NET matches from right to left. */
export type RegexStep = 1 | -1;

/**
 * A place that the matcher may reach again by another path, with what it needs to recognise that. `marks` are the
 * registers of the surrounding repetitions whose body may be empty, the outermost first: the match from here on depends
 * on how many of them have advanced in their current iteration, because .NET ends a repetition after an empty
 * iteration.
 */
export interface Crossing {
  readonly slot: number;
  readonly marks: readonly number[];
}

/** What the matcher does at one place of a program. By default it continues at the next place. */
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
  /** Captures the text between the position in `register` and here, in either direction. */
  | Capture
  | Balance
  | { readonly op: 'reference'; readonly slot: number; readonly ignoreCase: boolean; readonly step: RegexStep }
  /** Continues at `target` if the group has captured nothing. */
  | { readonly op: 'ifCaptured'; readonly slot: number; readonly target: number }
  /** Tries `first`, and `second` if that does not lead to a match. */
  | { readonly op: 'split'; readonly first: number; readonly second: number; readonly crossing: Crossing }
  | { readonly op: 'jump'; readonly target: number }
  /** Leaves a repetition whose last iteration was empty. */
  | { readonly op: 'leaveIfEmpty'; readonly register: number; readonly target: number }
  /** Matches what follows up to its `scopeEnd` once, without backtracking into it. */
  | { readonly op: 'scope'; readonly scope: ScopeKind; readonly target: number; readonly crossing: Crossing }
  | { readonly op: 'scopeEnd'; readonly scope: ScopeKind }
  | { readonly op: 'match' };

/** Records the text between the position in a register and this one. */
export interface Capture {
  readonly op: 'capture';
  readonly slot: number;
  readonly register: number;
  /** The register of the slot's last capture in the history; -1 where captures are never removed. */
  readonly last: number;
}

/**
 * Records the text like a capture, and removes the last capture of another slot; fails if that has none. `slot` is -1
 * where nothing is captured.
 */
export interface Balance {
  readonly op: 'balance';
  readonly slot: number;
  readonly register: number;
  readonly last: number;
  readonly taken: number;
  readonly takenLast: number;
}

/**
 * An atomic group keeps its position, a lookaround goes back to where it began; a condition that fails continues
 * at `target`.
 */
export type ScopeKind = 'atomic' | 'look' | 'negativeLook' | 'condition';

export interface Program {
  readonly code: readonly Instruction[];
  /** Captures are in the first `2 * slots` registers, as start and end; -1 is none. */
  readonly slots: number;
  readonly registers: number;
  /** The number of slots of all crossings; 0 if failures cannot be remembered, because matching depends on captures. */
  readonly crossingSlots: number;
  /** Matches begin at the start of the text only. */
  readonly atStart: boolean;
  /** Which ASCII units a match can begin with; undefined where a match may be empty. */
  readonly first: Uint8Array | undefined;
}
