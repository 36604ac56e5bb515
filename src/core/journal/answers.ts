import type { Answer } from '../logs/answer';
import { inOrderOfTime } from '../logs/decidingAnswer';
import type { Outcome } from '../logs/outcome';
import type { GuidText } from './columns';
import { bytes, Column, GuidColumn, guidText, hashOf, int32, ShortTextColumn, TextTable } from './columns';
import type { JournalEvent } from './journalEvent';

type Reconciled = Extract<JournalEvent, { readonly type: 'reconciled' }>;

/** All answers of the log to a run, in some 100 bytes each: there may be millions. */
export class Answers {
  /** By record, one more than the index of its answer that was added last. */
  readonly #last = new Column(int32);
  /** By answer, the same of the one added before it about the same record. */
  readonly #before = new Column(int32);
  readonly #entries = new GuidColumn();
  readonly #changes = new GuidColumn();
  readonly #times = new ShortTextColumn();
  readonly #outcomes = new Column(bytes);
  readonly #references = new Column(bytes);
  readonly #codes = new Column(int32);
  readonly #cycles = new Column(int32);
  readonly #texts = new TextTable();
  /** Answers by the hash of their entry's id: one more than the index, 0 where free. Its length is a power of two. */
  #slots = new Uint32Array(64);
  #size = 0;
  #records = 0;

  /** How many there are. */
  get size(): number {
    return this.#size;
  }

  /** How many records are answered. */
  get records(): number {
    return this.#records;
  }

  /** Whether an entry is among them. */
  has(entry: string): boolean {
    return this.#slots[this.#slotOf(guidText(entry))] !== 0;
  }

  /** One that is there already changes nothing. */
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
    if (this.#size * 3 > this.#slots.length * 2) this.#makeRoom();
  }

  /** Those about a record, the oldest first. */
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

  /** Where an entry is in the table, or the free place that it would take. */
  #slotOf(entry: GuidText): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(entry) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const index = this.#slots[slot] ?? 0;
      if (index === 0 || this.#entries.is(index - 1, entry)) return slot;
    }
  }

  #makeRoom(): void {
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
