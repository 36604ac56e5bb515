import { toBytes } from '../bytes/byteWriter';
import type { Plan } from './plan';
import { sentIn } from './plan';
import type { JsonRange } from './recordTexts';
import { idJson } from './recordTexts';

/**
 * The operations of a plan by their externalId. Takes 4 bytes per slot, because a map of strings would take more memory
 * than the plan.
 */
export class RecordsById {
  readonly #plan: Plan;
  /** Record indexes plus one; 0 is a free slot. The length is a power of two. */
  readonly #slots: Uint32Array;

  constructor(plan: Plan) {
    this.#plan = plan;
    let length = 16;
    while (length * 2 < plan.counts.operations * 3) length *= 2;
    this.#slots = new Uint32Array(length);
    for (const batch of plan.batches) for (const index of sentIn(plan, batch)) this.#add(index);
  }

  /** The indexes of the records that are sent with this id. */
  *indexesOf(externalId: string): Generator<number> {
    const bytes = toBytes(JSON.stringify(externalId));
    const wanted: JsonRange = { bytes, start: 0, end: bytes.length };
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = hashOf(wanted) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const index = (slots[slot] ?? 0) - 1;
      if (isSame(idJson(this.#plan.records.texts, index), wanted)) yield index;
    }
  }

  #add(index: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hashOf(idJson(this.#plan.records.texts, index)) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
  }
}

/** FNV-1a with a final mix of its bits. */
function hashOf({ bytes, start, end }: JsonRange): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function isSame(one: JsonRange, other: JsonRange): boolean {
  const length = one.end - one.start;
  if (other.end - other.start !== length) return false;
  for (let at = 0; at < length; at++) if (one.bytes[one.start + at] !== other.bytes[other.start + at]) return false;
  return true;
}
