import type { ByteWriter } from '../../bytes/byteWriter';
import { appendEscaped } from '../../bytes/cellString';
import { copyWords } from '../../bytes/words';
import { CellMark } from '../../csv/byteTokenizer';
import { MAX_RESOURCE } from '../applyRules';
import type { ResourceLayout } from '../resourceLayout';
import type { ByteRow } from './byteRow';
import type { ByteRule } from './byteRule';
import type { Cut, Step } from './resourceSteps';
import { resourceSteps, StepKind } from './resourceSteps';
import { Written } from './written';

const QUOTE = 0x22;
const CLOSE_OBJECT = 0x7d;

/** A range of the written bytes. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Writes User resources as bytes. Runs a flat list of steps: calling a tree of functions, one per member, costs more
 * than the writing itself.
 */
export class ByteResource {
  readonly #steps: readonly Step[];
  readonly #idSlot: number;
  readonly #nameSlot: number;
  readonly #id = { start: 0, end: 0 };
  readonly #name = { start: 0, end: 0 };
  /** By depth: where the object or list begins, and whether it contains a value. */
  readonly #opened: Int32Array;
  readonly #filled: Uint8Array;
  readonly #unused: Cut[] = [];

  /**
   * @param idSlot the index of the rule whose value is the id
   * @param nameSlot the index of the rule whose value is the display name; negative if there is none
   */
  constructor(layout: ResourceLayout, rules: readonly ByteRule[], idSlot: number, nameSlot: number) {
    this.#steps = resourceSteps(layout, rules);
    this.#idSlot = idSlot;
    this.#nameSlot = nameSlot;
    const depths = Math.max(...this.#steps.map(({ depth }) => depth)) + 1;
    this.#opened = new Int32Array(depths);
    this.#filled = new Uint8Array(depths);
  }

  /** The range of the JSON of the last id; empty if the resource has none. */
  get id(): Range {
    return this.#id;
  }

  /** The range of the JSON of the last display name; empty if the resource has none. */
  get name(): Range {
    return this.#name;
  }

  /** Writes the resource of a record. After `odd`, the written bytes must be discarded. */
  write(row: ByteRow, out: ByteWriter): Written {
    const start = out.at;
    this.#id.end = this.#id.start;
    this.#name.end = this.#name.start;
    // Left over from a record that turned out to be odd
    if (this.#unused.length > 0) this.#unused.length = 0;
    for (const step of this.#steps) {
      switch (step.kind) {
        case StepKind.constant:
          out.append(step.before);
          break;
        case StepKind.cell:
          if (!this.#copyCell(step, row, out)) return Written.odd;
          break;
        case StepKind.rule:
          if (!this.#callRule(step, row, out)) return Written.odd;
          break;
        case StepKind.open:
          this.#opened[step.depth] = out.at;
          this.#filled[step.depth] = 0;
          out.append(step.before);
          break;
        case StepKind.close:
          this.#close(step, out);
      }
      if (out.at - start > MAX_RESOURCE) return Written.odd;
    }
    out.appendByte(CLOSE_OBJECT);
    if (this.#unused.length > 0) this.#removeUnused(out, start);
    return Written.value;
  }

  /** Returns false if the record is odd. */
  #copyCell({ copy, before, depth, slot, ofNull }: Step, row: ByteRow, out: ByteWriter): boolean {
    const { cut } = row;
    const { column } = copy;
    const start = cut.starts[column] ?? 0;
    const end = cut.ends[column] ?? 0;
    const at = out.at + before.length;
    if (start === end || copy.isEmpty?.(row, column) === true) {
      if (ofNull === undefined) return copy.ofNull === 'omit';
      out.append(ofNull);
    } else {
      if (copy.isOdd?.(row, column) === true) return false;
      if (end - start > copy.limit) row.isDoubtful = true;
      const marks = cut.marks[column] ?? 0;
      if ((marks & (CellMark.escapes | CellMark.doubled)) === 0) {
        out.reserve(before.length + end - start + 1);
        copyWords(before.view, 0, before.length, out.view, out.at);
        copyWords(row.view, start, end, out.view, at);
        out.at = at + end - start;
      } else {
        out.append(before);
        appendEscaped(out, row.bytes, start, end, (marks & CellMark.doubled) === 0 ? -1 : cut.quote);
      }
      out.appendByte(QUOTE);
    }
    this.#filled[depth] = 1;
    this.#noteValue(slot, at - 1, out.at);
    return true;
  }

  /** Returns false if the record is odd. */
  #callRule({ before, depth, slot, write }: Step, row: ByteRow, out: ByteWriter): boolean {
    const { at } = out;
    out.append(before);
    const written = write(row, out);
    if (written === Written.value) {
      this.#filled[depth] = 1;
      this.#noteValue(slot, at + before.length, out.at);
    } else out.at = at;
    return written !== Written.odd;
  }

  #close({ before, depth, brackets, cut }: Step, out: ByteWriter): void {
    const start = this.#opened[depth] ?? 0;
    if (this.#filled[depth] === 1) {
      out.bytes[start + before.length] = brackets.open;
      out.appendByte(brackets.close);
      this.#filled[depth - 1] = 1;
      return;
    }
    out.at = start;
    if (cut !== undefined && cut.length > 0) this.#unused.push(cut);
  }

  #noteValue(slot: number, start: number, end: number): void {
    if (slot !== this.#idSlot && slot !== this.#nameSlot) return;
    const range = slot === this.#idSlot ? this.#id : this.#name;
    range.start = start;
    range.end = end;
  }

  /**
   * Removes extensions that the record does not fill from the head. The id and the name come after the head, so they
   * move.
   */
  #removeUnused(out: ByteWriter, start: number): void {
    for (let cut = this.#unused.pop(); cut !== undefined; cut = this.#unused.pop()) {
      const from = start + cut.start;
      out.bytes.copyWithin(from, from + cut.length, out.at);
      out.at -= cut.length;
      for (const range of [this.#id, this.#name]) {
        range.start -= cut.length;
        range.end -= cut.length;
      }
    }
  }
}
