import type { Answer } from '../logs/answer';
import { inOrderOfTime } from '../logs/decidingAnswer';
import type { Outcome } from '../logs/outcome';
import type { GuidText } from './columns';
import { bytes, Column, GuidColumn, guidText, hashOf, int32, ShortTextColumn, TextTable } from './columns';
import type { JournalEvent } from './journalEvent';

type Reconciled = Extract<JournalEvent, { readonly type: 'reconciled' }>;

/** All answers of the log to a run. Takes about 100 bytes per answer, because there may be millions. */
export class Answers {
  /** By record, the index of its latest added answer plus one. */
  readonly #last = new Column(int32);
  /** By answer, the index plus one of the answer that was added before it for the same record. */
  readonly #before = new Column(int32);
  readonly #entries = new GuidColumn();
  readonly #changes = new GuidColumn();
  readonly #times = new ShortTextColumn();
  readonly #outcomes = new Column(bytes);
  readonly #references = new Column(bytes);
  readonly #codes = new Column(int32);
  readonly #cycles = new Column(int32);
  readonly #texts = new TextTable();
  /** A hash table by entry id: the answer's index plus one; 0 is a free slot. The length is a power of two. */
  #slots = new Uint32Array(64);
  #size = 0;
  #records = 0;

  /** The number of answers. */
  get size(): number {
    return this.#size;
  }

  /** The number of answered records. */
  get records(): number {
    return this.#records;
  }

  /** Whether the entry with this id was added. */
  has(entry: string): boolean {
    return this.#slots[this.#slotOf(guidText(entry))] !== 0;
  }

  /** Adds an answer; ignores an entry that was added before. */
  add({ record, entry, at, outcome, code, changeId, cycleId, isReference = false }: Reconciled): void {
    const id = guidText(entry);
    const slot = this.#slotOf(id);
    if (this.#slots[slot] !== 0) return;
    const index = this.#size++;
    this.#entries.set(index, id);
    this.#changes.set(index, changeId === undefined ? undefined : guidText(changeId));
    this.#times.set(index, at);
    this.#outcomes.set(index, this.#texts.numberOf(outcome));
    this.#references.set(index, isReference ? 1 : 0);
    this.#codes.set(index, this.#texts.numberOf(code));
    this.#cycles.set(index, this.#texts.numberOf(cycleId));
    const last = this.#last.at(record);
    if (last === 0) this.#records++;
    this.#before.set(index, last);
    this.#last.set(record, index + 1);
    this.#slots[slot] = index + 1;
    if (this.#size * 3 > this.#slots.length * 2) this.#growSlots();
  }

  /** The answers for a record, oldest first. */
  of(record: number): readonly Answer[] {
    const found: Answer[] = [];
    for (let next = this.#last.at(record); next !== 0; next = this.#before.at(next - 1))
      found.push(this.#answerAt(next - 1));
    return inOrderOfTime(found.reverse());
  }

  #answerAt(index: number): Answer {
    const code = this.#texts.at(this.#codes.at(index));
    const changeId = this.#changes.at(index);
    const cycleId = this.#texts.at(this.#cycles.at(index));
    return {
      entry: this.#entries.at(index) ?? '',
      at: this.#times.at(index),
      outcome: this.#texts.at(this.#outcomes.at(index)) as Outcome,
      ...(code !== undefined && { code }),
      ...(changeId !== undefined && { changeId }),
      ...(cycleId !== undefined && { cycleId }),
      ...(this.#references.at(index) === 1 && { isReference: true }),
    };
  }

  /** The slot of an entry, or the free slot that it would take. */
  #slotOf(entry: GuidText): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(entry) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const index = this.#slots[slot] ?? 0;
      if (index === 0 || this.#entries.is(index - 1, entry)) return slot;
    }
  }

  #growSlots(): void {
    const old = this.#slots;
    this.#slots = new Uint32Array(old.length * 2);
    const mask = this.#slots.length - 1;
    for (const index of old) {
      if (index === 0) continue;
      let slot = this.#entries.hashAt(index - 1) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = index;
    }
  }
}
