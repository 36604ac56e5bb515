import type { Anchor, RegexNode, Repeat } from '../../../../../src/core/expression/dotnet/regex/regexTree';
import { WORD_UNIT } from '../../../../../src/core/expression/dotnet/regex/units/shorthand';

type Range = readonly [start: number, end: number];
/** What each slot captured, the last at the end. */
type Captures = ReadonlyMap<number, readonly Range[]>;
type Then = (position: number, captures: Captures) => boolean;

export class TooMuchWork extends Error {}

/**
 * The rules of .NET written down as plainly as they can be: a function per node that calls what follows it. Slow,
 * recursive and without any memory, it is what the real matcher is held against.
 */
export class PlainMatcher {
  #work = 0;

  constructor(
    private readonly root: RegexNode,
    private readonly text: string,
    private readonly most = 5_000,
  ) {}

  /** The first match from the left, as start and end of slot 0 and of those that captured. */
  find(): ReadonlyMap<number, Range> | undefined {
    for (let start = 0; start <= this.text.length; start++) {
      let found: Captures | undefined;
      const then: Then = (end, captures) => {
        found = new Map(captures).set(0, [[start, end]]);
        return true;
      };
      if (this.#match(this.root, start, new Map(), 1, then))
        return new Map(
          [...(found ?? [])].flatMap(([slot, ranges]) => ranges.slice(-1).map((last): [number, Range] => [slot, last])),
        );
    }
    return undefined;
  }

  #match(node: RegexNode, at: number, captures: Captures, step: 1 | -1, then: Then): boolean {
    if (++this.#work > this.most) throw new TooMuchWork();
    switch (node.kind) {
      case 'unit':
        return this.#unit(at, step) === node.unit && then(at + step, captures);
      case 'set': {
        const unit = this.#unit(at, step);
        return !Number.isNaN(unit) && node.set.has(unit) && then(at + step, captures);
      }
      case 'anchor':
        return this.#holds(node.anchor, at) && then(at, captures);
      case 'sequence': {
        const parts = step === 1 ? node.parts : node.parts.toReversed();
        const from = (index: number): Then => {
          const part = parts[index];
          return part === undefined
            ? then
            : (position, captured) => this.#match(part, position, captured, step, from(index + 1));
        };
        return from(0)(at, captures);
      }
      case 'alternation':
        return node.branches.some((branch) => this.#match(branch, at, captures, step, then));
      case 'capture':
        return this.#match(node.body, at, captures, step, (end, captured) =>
          this.#capture(node, [Math.min(at, end), Math.max(at, end)], end, captured, then),
        );
      case 'reference': {
        const range = captures.get(node.slot)?.at(-1);
        if (range === undefined) return false;
        const length = range[1] - range[0];
        const start = step === 1 ? at : at - length;
        const as = (part: string) => (node.ignoreCase ? part.toLowerCase() : part);
        const same = start >= 0 && as(this.text.slice(start, start + length)) === as(this.text.slice(...range));
        return same && then(at + step * length, captures);
      }
      case 'atomic': {
        const inner = this.#alone(node.body, at, captures, step);
        return inner !== undefined && then(inner.end, inner.captures);
      }
      case 'look': {
        const inner = this.#alone(node.body, at, captures, node.isLookbehind ? -1 : 1);
        if (node.negative) return inner === undefined && then(at, captures);
        return inner !== undefined && then(at, inner.captures);
      }
      case 'ifCaptured':
        return this.#match(captures.get(node.slot)?.length ? node.yes : node.no, at, captures, step, then);
      case 'ifMatches': {
        const inner = this.#alone(node.condition, at, captures, step);
        return inner === undefined
          ? this.#match(node.no, at, captures, step, then)
          : this.#match(node.yes, at, inner.captures, step, then);
      }
      case 'repeat':
        return this.#turns(node, 0, { at, turnFrom: -1 }, captures, step, then);
    }
  }

  #capture(
    { slot, taken }: Extract<RegexNode, { kind: 'capture' }>,
    range: Range,
    at: number,
    before: Captures,
    then: Then,
  ): boolean {
    const captures = new Map(before);
    let own = range;
    if (taken !== undefined) {
      const other = captures.get(taken)?.at(-1);
      if (other === undefined) return false;
      captures.set(taken, captures.get(taken)?.slice(0, -1) ?? []);
      if (range[0] >= other[1]) own = [other[1], range[0]];
      else if (range[1] <= other[0]) own = [other[0], range[1]];
      else own = [Math.max(range[0], other[0]), Math.min(range[1], other[1])];
    }
    if (slot !== undefined) captures.set(slot, [...(captures.get(slot) ?? []), own]);
    return then(at, captures);
  }

  #turns(
    node: Repeat,
    turns: number,
    { at, turnFrom }: { at: number; turnFrom: number },
    captures: Captures,
    step: 1 | -1,
    then: Then,
  ): boolean {
    const again = () =>
      this.#match(node.body, at, captures, step, (end, captured) =>
        this.#turns(node, turns + 1, { at: end, turnFrom: at }, captured, step, then),
      );
    if (turns < node.min) return again();
    if (turns >= node.max || (turns > 0 && at === turnFrom)) return then(at, captures);
    return node.lazy ? then(at, captures) || again() : again() || then(at, captures);
  }

  #alone(body: RegexNode, at: number, captures: Captures, step: 1 | -1) {
    let found: { end: number; captures: Captures } | undefined;
    this.#match(body, at, captures, step, (end, captured) => {
      found = { end, captures: captured };
      return true;
    });
    return found;
  }

  #unit(at: number, step: 1 | -1): number {
    return this.text.charCodeAt(step === 1 ? at : at - 1);
  }

  #holds(anchor: Anchor, at: number): boolean {
    const rest = this.text.slice(at);
    const isWord = (unit: number) => !Number.isNaN(unit) && WORD_UNIT.has(unit);
    const boundary = isWord(this.#unit(at, -1)) !== isWord(this.#unit(at, 1));
    switch (anchor) {
      case 'start':
      case 'searchStart':
        return at === 0;
      case 'end':
        return rest === '';
      case 'endOrFinalNewline':
        return rest === '' || rest === '\n';
      case 'lineStart':
        return at === 0 || this.text.charAt(at - 1) === '\n';
      case 'lineEnd':
        return rest === '' || rest.startsWith('\n');
      case 'wordBoundary':
        return boundary;
      case 'notWordBoundary':
        return !boundary;
    }
  }
}
