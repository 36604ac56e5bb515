import type { Crossing, Instruction, Program, ScopeKind, RegexStep } from './program';
import type { CaptureNode, RegexNode, RegexTree, Repeat } from './regexTree';
import { beginsAtStart, everyNode, firstUnits, mayBeEmpty, readsCaptures } from './treeFacts';
import { UnitSet } from './units/unitSet';

/** The maximum number of instructions. Counted repetitions of groups are unrolled, so nested ones multiply. */
const MAX_PROGRAM = 20_000;

/** Every instruction has every field, in this order, so that the matcher reads all of them equally fast. */
const BLANK = {
  op: 'match',
  unit: 0,
  set: new UnitSet({}),
  step: 1,
  min: 0,
  max: 0,
  lazy: false,
  anchor: 'start',
  slot: 0,
  register: 0,
  last: -1,
  taken: 0,
  takenLast: -1,
  ignoreCase: false,
  first: 0,
  second: 0,
  target: 0,
  scope: 'look',
  crossing: { slot: 0, marks: [] },
} as const;

class ProgramTooLong extends Error {}

/** Compiles a tree into a program. Undefined if nested counted repetitions make it too long. */
export function compileTree(tree: RegexTree): Program | undefined {
  try {
    return new Compiler(tree).compile();
  } catch (error) {
    if (error instanceof ProgramTooLong) return undefined;
    throw error;
  }
}

class Compiler {
  readonly #tree: RegexTree;
  readonly #code: Instruction[] = [];
  #registers: number;
  #crossingSlots = 0;
  #step: RegexStep = 1;
  /** See `Crossing`. */
  #marks: readonly number[] = [];
  /** The registers of the last captures, for the slots whose captures can be removed. */
  readonly #lastCaptures: ReadonlyMap<number, number>;

  constructor(tree: RegexTree) {
    this.#tree = tree;
    this.#registers = 2 * tree.groups.slots;
    this.#lastCaptures = new Map([...takenSlots(tree.root)].map((slot) => [slot, this.#registers++]));
  }

  compile(): Program {
    const { root, groups } = this.#tree;
    this.#emitNode(root);
    this.#emit({ op: 'match' });
    return {
      code: this.#code,
      slots: groups.slots,
      registers: this.#registers,
      crossingSlots: readsCaptures(root) ? 0 : this.#crossingSlots,
      atStart: beginsAtStart(root),
      first: firstUnits(root),
    };
  }

  #emit(instruction: Instruction): number {
    if (this.#code.length >= MAX_PROGRAM) throw new ProgramTooLong();
    return this.#code.push({ ...BLANK, ...instruction }) - 1;
  }

  /** Fills in what was reserved. */
  #settle(at: number, instruction: Instruction): void {
    this.#code[at] = { ...BLANK, ...instruction };
  }

  /** Reserves a place for an instruction that names a later place. */
  #reserve(): number {
    return this.#emit({ op: 'jump', target: 0 });
  }

  get #here(): number {
    return this.#code.length;
  }

  #crossing(): Crossing {
    const slot = this.#crossingSlots;
    this.#crossingSlots += this.#marks.length + 1;
    return { slot, marks: this.#marks };
  }

  #emitNode(node: RegexNode): void {
    switch (node.kind) {
      case 'unit':
        this.#emit({ op: 'unit', unit: node.unit, step: this.#step });
        return;
      case 'set':
        this.#emit({ op: 'set', set: node.set, step: this.#step });
        return;
      case 'anchor':
        this.#emit({ op: 'anchor', anchor: node.anchor });
        return;
      case 'sequence':
        for (const part of this.#step === 1 ? node.parts : node.parts.toReversed()) this.#emitNode(part);
        return;
      case 'alternation':
        this.#emitAlternation(node.branches);
        return;
      case 'capture':
        this.#emitCapture(node);
        return;
      case 'ifCaptured':
        this.#emitIfCaptured(node.slot, node.yes, node.no);
        return;
      case 'ifMatches':
        this.#emitScope('condition', node.condition, this.#step, node);
        return;
      case 'reference':
        this.#emit({ op: 'reference', slot: node.slot, ignoreCase: node.ignoreCase, step: this.#step });
        return;
      case 'atomic':
        this.#emitScope('atomic', node.body, this.#step);
        return;
      case 'look':
        this.#emitScope(node.negative ? 'negativeLook' : 'look', node.body, node.isLookbehind ? -1 : 1);
        return;
      case 'repeat':
        this.#emitRepeat(node);
    }
  }

  #emitAlternation(branches: readonly RegexNode[]): void {
    const jumps: number[] = [];
    for (const [index, branch] of branches.entries()) {
      if (index === branches.length - 1) {
        this.#emitNode(branch);
        break;
      }
      const crossing = this.#crossing();
      const split = this.#reserve();
      this.#emitNode(branch);
      jumps.push(this.#reserve());
      this.#settle(split, { op: 'split', first: split + 1, second: this.#here, crossing });
    }
    for (const jump of jumps) this.#settle(jump, { op: 'jump', target: this.#here });
  }

  #emitCapture({ slot = -1, taken, body }: CaptureNode): void {
    const register = this.#registers++;
    this.#emit({ op: 'mark', register });
    this.#emitNode(body);
    const last = this.#lastCaptures.get(slot) ?? -1;
    if (taken === undefined) this.#emit({ op: 'capture', slot, register, last });
    else this.#emit({ op: 'balance', slot, register, last, taken, takenLast: this.#lastCaptures.get(taken) ?? -1 });
  }

  #emitIfCaptured(slot: number, yes: RegexNode, no: RegexNode): void {
    const test = this.#reserve();
    this.#settle(test, { op: 'ifCaptured', slot, target: this.#emitBranches(yes, no) });
  }

  /** Returns the place of `no`. */
  #emitBranches(yes: RegexNode, no: RegexNode): number {
    this.#emitNode(yes);
    const jump = this.#reserve();
    const place = this.#here;
    this.#emitNode(no);
    this.#settle(jump, { op: 'jump', target: this.#here });
    return place;
  }

  /** The inside does not depend on what surrounds it, so the marks start from zero. */
  #emitScope(
    scope: ScopeKind,
    body: RegexNode,
    step: RegexStep,
    branches?: { readonly yes: RegexNode; readonly no: RegexNode },
  ): void {
    const outer = { step: this.#step, marks: this.#marks };
    const crossing = this.#crossing();
    const start = this.#reserve();
    this.#step = step;
    this.#marks = [];
    this.#emitNode(body);
    this.#emit({ op: 'scopeEnd', scope });
    this.#step = outer.step;
    this.#marks = outer.marks;
    const target = branches === undefined ? this.#here : this.#emitBranches(branches.yes, branches.no);
    this.#settle(start, { op: 'scope', scope, target, crossing });
  }

  #emitRepeat(node: Repeat): void {
    const set = setOf(node.body);
    if (set === undefined) this.#emitTurns(node);
    else {
      const { min, max, lazy } = node;
      this.#emit({ op: 'run', set, min, max, lazy, step: this.#step, crossing: this.#crossing() });
    }
  }

  /**
   * The first `min` iterations are always performed. After them, an empty iteration is the last one, as in .NET:
   * `(a*)*` captures the empty text at the end of "aa".
   */
  #emitTurns(node: Repeat): void {
    const register = mayBeEmpty(node.body) ? this.#registers++ : undefined;
    const exits: ((exit: number) => void)[] = [];
    const leaveIfEmpty = () => {
      if (register === undefined) return;
      const at = this.#reserve();
      exits.push((target) => this.#settle(at, { op: 'leaveIfEmpty', register, target }));
    };
    const choose = () => {
      const at = this.#reserve();
      const crossing = this.#crossing();
      exits.push((exit) => {
        const [first, second] = node.lazy ? [exit, at + 1] : [at + 1, exit];
        this.#settle(at, { op: 'split', first, second, crossing });
      });
      return at;
    };
    for (let turn = 0; turn < node.min; turn++) this.#emitTurn(node.body, register);
    if (node.max === Infinity) {
      if (node.min > 0) leaveIfEmpty();
      const loop = choose();
      this.#emitTurn(node.body, register);
      leaveIfEmpty();
      this.#emit({ op: 'jump', target: loop });
    }
    for (let turn = node.min; turn < node.max && node.max !== Infinity; turn++) {
      if (turn > 0) leaveIfEmpty();
      choose();
      this.#emitTurn(node.body, register);
    }
    for (const setExit of exits) setExit(this.#here);
  }

  #emitTurn(body: RegexNode, register: number | undefined): void {
    if (register === undefined) {
      this.#emitNode(body);
      return;
    }
    const outer = this.#marks;
    this.#marks = [...outer, register];
    this.#emit({ op: 'mark', register });
    this.#emitNode(body);
    this.#marks = outer;
  }
}

function setOf(node: RegexNode): UnitSet | undefined {
  if (node.kind === 'set') return node.set;
  return node.kind === 'unit' ? new UnitSet({ ranges: [[node.unit, node.unit]] }) : undefined;
}

function takenSlots(node: RegexNode): ReadonlySet<number> {
  const slots = new Set<number>();
  for (const one of everyNode(node)) if (one.kind === 'capture' && one.taken !== undefined) slots.add(one.taken);
  return slots;
}
