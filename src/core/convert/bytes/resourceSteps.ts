import type { Piece } from '../../bytes/byteWriter';
import { toPiece } from '../../bytes/byteWriter';
import type { Layout, LayoutMember, ResourceLayout } from '../resourceLayout';
import { schemaUrnsOf } from '../resourceLayout';
import type { ByteRule } from './byteRule';
import type { CellCopy } from './cellCopy';
import type { WriteBytes } from './written';
import { Written } from './written';

/** The bytes around an object or a list. */
interface Brackets {
  readonly open: number;
  readonly close: number;
}

const OBJECT: Brackets = { open: 0x7b, close: 0x7d };
const LIST: Brackets = { open: 0x5b, close: 0x5d };

export const enum StepKind {
  /** Writes constant bytes. */
  constant,
  /** Copies a cell. */
  cell,
  /** Calls the writer of a rule. */
  rule,
  /** Begins an object or a list: the first comma in it becomes its opening bracket. */
  open,
  /** Ends an object or a list, or removes it if it contains no value. */
  close,
}

/** A step of writing a resource. All steps have all members, so that the loop over them sees objects of one shape. */
export interface Step {
  readonly kind: StepKind;
  /** Written first: usually `,"name":`, for a cell followed by its opening quote. */
  readonly before: Piece;
  /** For a cell, written instead if the cell is empty. */
  readonly ofNull: Piece | undefined;
  /** The number of objects and lists around the value; for an object or a list, including itself. */
  readonly depth: number;
  readonly copy: CellCopy;
  readonly write: WriteBytes;
  /** The index of its rule. */
  readonly slot: number;
  readonly brackets: Brackets;
  /** For an extension, what is removed from `schemas` if it has no value. */
  readonly cut: Cut | undefined;
}

/** A range to remove from the head for some records, relative to the start of the resource. */
export interface Cut {
  readonly start: number;
  readonly length: number;
}

const NO_CELL: CellCopy = { column: -1, ofNull: 'omit', isEmpty: undefined, isOdd: undefined, limit: 0 };

/** The steps that write a User resource, up to its last bracket. */
export function resourceSteps({ core, extensions }: ResourceLayout, rules: readonly ByteRule[]): readonly Step[] {
  const urns = extensions.map(({ name }) => name);
  // All extensions are listed first, and those that turn out to be empty are removed from the list
  const head = `{"schemas":${JSON.stringify(schemaUrnsOf(urns))}`;
  return [
    step(StepKind.constant, head, 0),
    ...core.flatMap((member) => memberSteps(member, rules, 0)),
    ...extensions.flatMap((member, index) => memberSteps(member, rules, 0, cutOf(urns, index))),
  ];
}

function step(kind: StepKind, before: string, depth: number, more: Partial<Step> = {}): Step {
  return {
    kind,
    before: toPiece(before),
    ofNull: undefined,
    depth,
    copy: NO_CELL,
    write: () => Written.nothing,
    slot: -1,
    brackets: OBJECT,
    cut: undefined,
    ...more,
  };
}

function memberSteps(
  { name, layout }: LayoutMember,
  rules: readonly ByteRule[],
  depth: number,
  cut?: Cut,
): readonly Step[] {
  return layoutSteps(`,${JSON.stringify(name)}:`, layout, rules, depth, cut);
}

function layoutSteps(
  before: string,
  layout: Layout,
  rules: readonly ByteRule[],
  depth: number,
  cut?: Cut,
): readonly Step[] {
  const around = (brackets: Brackets, inner: readonly Step[]): readonly Step[] => [
    step(StepKind.open, before, depth + 1),
    ...inner,
    step(StepKind.close, before, depth + 1, { brackets, cut }),
  ];
  switch (layout.kind) {
    case 'slot':
      return [slotStep(before, layout.slot, rules[layout.slot], depth)];
    case 'constant':
      return [step(StepKind.constant, before + layout.json, depth)];
    case 'object': {
      const members = layout.members.flatMap((member) => memberSteps(member, rules, depth + 1));
      return around(OBJECT, members);
    }
    case 'list': {
      const elements = layout.elements.flatMap((element) => layoutSteps(',', element, rules, depth + 1));
      return around(LIST, elements);
    }
  }
}

function slotStep(before: string, slot: number, rule: ByteRule | undefined, depth: number): Step {
  if (rule === undefined) throw new Error('a place of a resource has no rule');
  if (rule.kind === 'write') return step(StepKind.rule, before, depth, { slot, write: rule.write });
  const { copy } = rule;
  const ofNull = copy.ofNull === 'null' ? 'null' : copy.ofNull === 'blank' ? '""' : undefined;
  return step(StepKind.cell, `${before}"`, depth, {
    slot,
    copy,
    ofNull: ofNull === undefined ? undefined : toPiece(before + ofNull),
  });
}

/** The range of `,"urn"` in the head; empty for a schema that is always listed. */
function cutOf(urns: readonly string[], index: number): Cut {
  const start = lengthOfNames(urns.slice(0, index));
  return { start, length: lengthOfNames(urns.slice(0, index + 1)) - start };
}

/** The length of the head up to its last URN. */
function lengthOfNames(urns: readonly string[]): number {
  return toPiece(`{"schemas":${JSON.stringify(schemaUrnsOf(urns))}`).length - 1;
}
