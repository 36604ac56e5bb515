import { holdsAt } from './anchors';
import { CaptureRegisters } from './captureRegisters';
import { Failures } from './failures';
import { IntStack } from './intStack';
import type { Crossing, Instruction, Program } from './program';
import { StepCount } from './regexMeter';
import { foldUnit } from './units/caseFolding';

/** The range of a match, and its groups. */
export interface RegexMatch {
  readonly start: number;
  readonly end: number;
  /** Start and end of each slot, slot 0 being the match; -1 where a group captured nothing. */
  readonly captures: readonly number[];
}

type Instance<Op extends Instruction['op']> = Extract<Instruction, { op: Op }>;

/**
 * A choice is these numbers on the stack: kind, place, position, length of the log, and two that depend on the kind.
 */
const CHOICE = 6;
const POSITION = 2;
const LIMIT = 4;
/** Continue at a place. */
const RESUME = 0;
/** A greedy run: give back a unit; the limit is the position beyond which it cannot go back. */
const GIVE_BACK = 1;
/** A lazy run: take a unit; the limit is how many it may still take. */
const TAKE_MORE = 2;
/** A scope has failed in every way; a negative lookaround and a condition then continue elsewhere. */
const SCOPE = 3;
const OTHERWISE_SCOPE = 4;

/** After this number of steps, which is unusual, a search remembers where it failed. */
const PATIENCE = 500;

/**
 * Matches a program against a text by backtracking in the same order as .NET. Uses an explicit stack, so that no text
 * is too long, and counts its steps. One text after the other: `begin`, any number of `find`, `end`.
 */
export class Matcher {
  readonly #program: Program;
  #text = '';
  #steps = new StepCount(0);
  readonly #patience: number;
  readonly #captures: CaptureRegisters;
  readonly #choices = new IntStack();
  #place = 0;
  #position = 0;
  #searchStart = 0;
  /** The index of the innermost open scope in the choices; meaningless outside of scopes. */
  #scope = 0;
  #failures: Failures | undefined;
  #remembersAt = Infinity;

  constructor(program: Program, patience = PATIENCE) {
    this.#program = program;
    this.#patience = patience;
    this.#captures = new CaptureRegisters(program.registers);
  }

  /** Prepares for searches in `text`. */
  begin(text: string, steps: StepCount): void {
    this.#text = text;
    this.#steps = steps;
    this.#captures.begin();
  }

  /** Releases the text and what its searches needed, even when they were stopped. */
  end(): void {
    this.#text = '';
    this.#captures.end();
    this.#choices.clear();
    this.#failures = undefined;
  }

  /**
   * The first match that begins at `from` or after it.
   * @param searchStart where the last match ended, which is before `from` if it was empty
   * @throws RegexBudgetError
   */
  find(from: number, searchStart = from): RegexMatch | undefined {
    this.#searchStart = searchStart;
    this.#remembersAt = this.#steps.taken + this.#patience;
    for (let start = this.#candidate(from); start >= 0; start = this.#candidate(start + 1)) {
      if (this.#attempt(start)) return this.#matched(start);
    }
    return undefined;
  }

  /** The first offset at or after `from` where a match could begin; -1 if there is none. */
  #candidate(from: number): number {
    const { atStart, first } = this.#program;
    const text = this.#text;
    if (from > text.length || (atStart && from > 0)) return -1;
    if (first === undefined) return from;
    for (let start = from; start < text.length; start++) {
      const unit = text.charCodeAt(start);
      if (unit >= first.length || first[unit] === 1) {
        this.#steps.take((start - from) >> 2);
        return start;
      }
    }
    return -1;
  }

  #attempt(start: number): boolean {
    const { code } = this.#program;
    this.#place = 0;
    this.#position = start;
    for (;;) {
      const instruction = code[this.#place];
      if (instruction === undefined) throw new Error('A regular expression ran out of its program.');
      this.#steps.take(1);
      if (instruction.op === 'match') return true;
      if (!this.#perform(instruction) && !this.#backtrack()) return false;
    }
  }

  /** Records the match and prepares for the next search. */
  #matched(start: number): RegexMatch {
    // Recording a match and writing its replacement costs as much as these steps.
    this.#steps.take(8 + this.#program.slots);
    const captures = [start, this.#position];
    for (let register = 2; register < 2 * this.#program.slots; register++) {
      captures.push(this.#captures.read(register));
    }
    this.#choices.length = 0;
    this.#captures.unwind(0);
    this.#forget(0);
    return { start, end: this.#position, captures };
  }

  /** Performs one instruction and moves past it; false if it does not match. */
  #perform(instruction: Exclude<Instruction, Instance<'match'>>): boolean {
    switch (instruction.op) {
      case 'unit':
        return this.#unitAt(instruction.step) === instruction.unit && this.#advance(instruction.step);
      case 'set':
        return instruction.set.has(this.#unitAt(instruction.step)) && this.#advance(instruction.step);
      case 'run':
        return instruction.lazy ? this.#lazyRun(instruction) : this.#greedyRun(instruction);
      case 'anchor':
        return holdsAt(instruction.anchor, this.#text, this.#position, this.#searchStart) && this.#advance(0);
      case 'mark':
        this.#captures.write(instruction.register, this.#position);
        return this.#advance(0);
      case 'capture':
        this.#captures.capture(instruction, this.#position);
        return this.#advance(0);
      case 'balance':
        return this.#captures.balance(instruction, this.#position) && this.#advance(0);
      case 'ifCaptured':
        if (this.#captures.read(2 * instruction.slot) >= 0) return this.#advance(0);
        this.#place = instruction.target;
        return true;
      case 'reference':
        return this.#reference(instruction);
      case 'split':
        if (!this.#enter(instruction.crossing)) return false;
        this.#choose(RESUME, instruction.second, 0, 0);
        this.#place = instruction.first;
        return true;
      case 'jump':
        this.#place = instruction.target;
        return true;
      case 'leaveIfEmpty':
        if (this.#captures.read(instruction.register) !== this.#position) return this.#advance(0);
        this.#place = instruction.target;
        return true;
      case 'scope':
        return this.#openScope(instruction);
      case 'scopeEnd':
        return this.#closeScope(instruction);
    }
  }

  #advance(units: number): boolean {
    this.#position += units;
    this.#place++;
    return true;
  }

  /** The unit on that side of the position, -1 if there is none. */
  #unitAt(step: number): number {
    const index = step === 1 ? this.#position : this.#position - 1;
    return index >= 0 && index < this.#text.length ? this.#text.charCodeAt(index) : -1;
  }

  #choose(kind: number, place: number, limit: number, more: number): void {
    const choices = this.#choices;
    choices.push(kind);
    choices.push(place);
    choices.push(this.#position);
    choices.push(this.#captures.logLength);
    choices.push(limit);
    choices.push(more);
  }

  /** Goes back to the last choice that has another way; false if there is none. */
  #backtrack(): boolean {
    const choices = this.#choices;
    while (choices.length > 0) {
      const at = choices.length - CHOICE;
      const kind = choices.at(at);
      this.#place = choices.at(at + 1);
      this.#position = choices.at(at + POSITION);
      this.#captures.unwind(choices.at(at + 3));
      if (kind === RESUME) {
        choices.length = at;
        return true;
      }
      this.#steps.take(1);
      if (kind >= SCOPE ? this.#scopeFailed(kind, at) : this.#runAgain(kind, at)) return true;
    }
    this.#captures.unwind(0);
    return false;
  }

  #runAgain(kind: number, at: number): boolean {
    const run = this.#program.code[this.#place];
    if (run?.op !== 'run') throw new Error('A regular expression went back to the wrong place.');
    return kind === GIVE_BACK ? this.#giveBack(run, at) : this.#takeMore(run, at);
  }

  #greedyRun(run: Instance<'run'>): boolean {
    if (!this.#enterRun(run) || !this.#takeLeast(run)) return false;
    const { set, step, max } = run;
    const least = this.#position;
    if (max === Infinity && !this.#enter(run.crossing)) return false;
    const remembers = max === Infinity && this.#failures !== undefined;
    for (let taken = run.min; taken < max; taken++) {
      if (!set.has(this.#unitAt(step))) break;
      this.#position += step;
      if (remembers && !this.#enter(run.crossing)) {
        this.#position -= step;
        break;
      }
    }
    this.#steps.take(Math.abs(this.#position - least) >> 1);
    if (this.#position !== least) this.#choose(GIVE_BACK, this.#place, least, 0);
    return this.#advance(0);
  }

  #giveBack(run: Instance<'run'>, at: number): boolean {
    this.#position -= run.step;
    if (this.#position === this.#choices.at(at + LIMIT)) this.#choices.length = at;
    else this.#choices.set(at + POSITION, this.#position);
    return this.#advance(0);
  }

  #lazyRun(run: Instance<'run'>): boolean {
    if (!this.#enterRun(run) || !this.#takeLeast(run)) return false;
    if (run.max === Infinity && !this.#enter(run.crossing)) return false;
    const more = Math.min(run.max - run.min, this.#text.length);
    if (more > 0) this.#choose(TAKE_MORE, this.#place, more, 0);
    return this.#advance(0);
  }

  #takeMore(run: Instance<'run'>, at: number): boolean {
    const more = this.#choices.at(at + LIMIT) - 1;
    if (!run.set.has(this.#unitAt(run.step))) {
      this.#choices.length = at;
      return false;
    }
    this.#position += run.step;
    if (run.max === Infinity && !this.#enter(run.crossing)) {
      this.#choices.length = at;
      return false;
    }
    if (more === 0) this.#choices.length = at;
    else {
      this.#choices.set(at + LIMIT, more);
      this.#choices.set(at + POSITION, this.#position);
    }
    return this.#advance(0);
  }

  /** A limited run is a crossing where it begins; an unlimited run, wherever it could stop. */
  #enterRun(run: Instance<'run'>): boolean {
    return run.max === Infinity || run.min === run.max || this.#enter(run.crossing);
  }

  #takeLeast(run: Instance<'run'>): boolean {
    let taken = 0;
    for (; taken < run.min; taken++) {
      if (!run.set.has(this.#unitAt(run.step))) break;
      this.#position += run.step;
    }
    this.#steps.take(taken >> 1);
    return taken === run.min;
  }

  /** A group that has captured nothing does not match, unlike in JavaScript. */
  #reference({ slot, step, ignoreCase }: Instance<'reference'>): boolean {
    const start = this.#captures.read(2 * slot);
    const length = this.#captures.read(2 * slot + 1) - start;
    const at = step === 1 ? this.#position : this.#position - length;
    if (start < 0) return false;
    this.#steps.take(length >> 2);
    // Beyond the ends of the text no unit matches.
    for (let i = 0; i < length; i++) {
      const captured = this.#text.charCodeAt(start + i);
      const other = this.#text.charCodeAt(at + i);
      if (captured !== other && !(ignoreCase && !Number.isNaN(other) && foldUnit(captured) === foldUnit(other)))
        return false;
    }
    return this.#advance(step * length);
  }

  #openScope({ scope: kind, target, crossing }: Instance<'scope'>): boolean {
    if (!this.#enter(crossing)) return false;
    const scope = this.#choices.length;
    const failed = kind === 'negativeLook' || kind === 'condition' ? OTHERWISE_SCOPE : SCOPE;
    this.#choose(failed, target, this.#scope, this.#failures?.size ?? 0);
    this.#scope = scope;
    return this.#advance(0);
  }

  /** The scope has matched: its other paths are dropped, and its captures stay unless it must not match. */
  #closeScope({ scope }: Instance<'scopeEnd'>): boolean {
    const at = this.#scope;
    const choices = this.#choices;
    const position = choices.at(at + POSITION);
    const logLength = choices.at(at + 3);
    this.#forget(choices.at(at + 5));
    this.#scope = choices.at(at + LIMIT);
    choices.length = at;
    if (scope === 'negativeLook') {
      this.#captures.unwind(logLength);
      return false;
    }
    if (scope === 'look' || scope === 'condition') this.#position = position;
    return this.#advance(0);
  }

  /** The place is after the scope. */
  #scopeFailed(kind: number, at: number): boolean {
    this.#scope = this.#choices.at(at + LIMIT);
    this.#choices.length = at;
    return kind === OTHERWISE_SCOPE;
  }

  #enter(crossing: Crossing): boolean {
    if (this.#failures === undefined) {
      if (this.#steps.taken < this.#remembersAt) return true;
      this.#remembersAt = Infinity;
      this.#failures = Failures.create(this.#text.length, this.#program.crossingSlots);
      this.#steps.take((this.#text.length * this.#program.crossingSlots) >> 10);
    }
    this.#steps.take(crossing.marks.length >> 2);
    return this.#failures?.enter(crossing, this.#position, this.#captures.values) ?? true;
  }

  #forget(size: number): void {
    if (this.#failures === undefined) return;
    this.#steps.take((this.#failures.size - size) >> 2);
    this.#failures.forget(size);
  }
}
