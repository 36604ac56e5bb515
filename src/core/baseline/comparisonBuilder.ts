import type { CountedRecords } from '../problems/countedRecords';
import { RecordCounter } from '../problems/countedRecords';
import type { BaselineHead } from './baselineHead';
import { Doubt, doubtOf } from './baselineRow';
import type { ComparedPeople } from './comparedPeople';
import { PeopleNotes } from './comparedPeople';
import type { AttributeComparison, Comparison, SentAgain } from './comparison';
import type { DigestColumns } from './digestRows';
import { idWords, personWords, PersonWord, writePerson } from './digestRows';
import type { IdIndex } from './idIndex';
import { ID_LENGTH } from './keyedHashes';
import { NameSet } from './nameSet';
import type { ResourceScanner } from './resourceScanner';
import { Active } from './resourceScanner';

/** The people who were last sent to a job, as rows. */
export interface BaselinePeople {
  readonly head: BaselineHead;
  readonly rows: number;
  /** The words of a row; valid until the next call. */
  readonly row: (row: number) => Uint32Array;
  readonly ids: IdIndex;
}

/** How an attribute differs between the baseline and the source, while it is counted. */
interface AttributeCount {
  readonly path: string;
  /** The index of its word in a person now, and in the baseline; negative if that side lacks the attribute. */
  readonly now: number;
  readonly before: number;
  had: number;
  changed: number;
  emptied: number;
  filled: number;
}

/** Compares the operations of a source with what was last sent to the job, one at a time. */
export class ComparisonBuilder {
  readonly #baseline: BaselinePeople;
  readonly #columns: DigestColumns;
  readonly #person: Uint32Array;
  readonly #attributes: readonly AttributeCount[];
  readonly #hasSameAttributes: boolean;
  /** One bit per row: whether the source has the person. */
  readonly #met: Uint8Array;
  readonly #joiners = new RecordCounter();
  readonly #leavers = new RecordCounter();
  readonly #unknownInactive = new RecordCounter();
  /** Row, record and line of people whom the filter excludes: another record of the same person may follow. */
  readonly #excluded: number[] = [];
  /** The sign-in names of joiners. */
  readonly #newNames = new NameSet();
  /** By {@link Doubt}. */
  readonly #again: [number, number, number, number] = [0, 0, 0, 0];
  #matched = 0;
  #changed = 0;
  #returners = 0;
  #signInNamesChanged = 0;
  #row = -1;
  #isUnchanged = false;
  readonly #notes: PeopleNotes | undefined;

  /** @param isNoted whether to note how each record compares, in addition to the counts */
  constructor(baseline: BaselinePeople, columns: DigestColumns, isNoted = false) {
    const { attributes } = baseline.head;
    this.#baseline = baseline;
    this.#columns = columns;
    this.#person = new Uint32Array(personWords(columns.attributes.length));
    this.#met = new Uint8Array((baseline.rows >> 3) + 1);
    this.#hasSameAttributes =
      attributes.length === columns.attributes.length &&
      attributes.every((path, index) => path === columns.attributes[index]);
    const now = new Map(columns.attributes.map((path, index) => [path, PersonWord.attributes + index]));
    const before = new Map(attributes.map((path, index) => [path, PersonWord.attributes + index]));
    this.#attributes = [...new Set([...columns.attributes, ...attributes])].map((path) => ({
      path,
      now: now.get(path) ?? -1,
      before: before.get(path) ?? -1,
      had: 0,
      changed: 0,
      emptied: 0,
      filled: 0,
    }));
    if (isNoted) this.#notes = new PeopleNotes(attributes, columns.attributes, baseline.rows);
  }

  /** Looks up the person who was scanned last. Returns whether they equal what was last sent. */
  meet(id: Uint8Array, scanner: ResourceScanner): boolean {
    const { row } = this.#baseline;
    writePerson(scanner, id, this.#columns, this.#person, 0);
    this.#row = this.#find(id);
    this.#isUnchanged = false;
    if (this.#row < 0) return false;
    this.#met[this.#row >> 3] = (this.#met[this.#row >> 3] ?? 0) | (1 << (this.#row & 7));
    const before = row(this.#row);
    this.#isUnchanged = this.#hasSameAttributes && this.#doubtOf(before) === Doubt.none && isSame(before, this.#person);
    return this.#isUnchanged;
  }

  /** Counts the person whom {@link meet} looked up. */
  count(record: number, line: number): void {
    const person = this.#person;
    const isInactive = person[PersonWord.active] === Active.inactive;
    if (this.#row < 0) {
      this.#notes?.joined(record, person);
      this.#joiners.add(record, line);
      if (isInactive) this.#unknownInactive.add(record, line);
      this.#newNames.add(person[PersonWord.userName] ?? 0, person[PersonWord.userName + 1] ?? 0);
      for (const attribute of this.#attributes) if ((person[attribute.now] ?? 0) !== 0) attribute.filled++;
      return;
    }
    const before = this.#baseline.row(this.#row);
    const doubt = this.#doubtOf(before);
    this.#notes?.met(record, this.#row, { before, now: person }, { doubt, isUnchanged: this.#isUnchanged });
    if (doubt !== Doubt.none) {
      this.#again[doubt]++;
      // It is also unknown whether the account is already disabled
      if (isInactive) this.#leavers.add(record, line);
      for (const attribute of this.#attributes) if ((person[attribute.now] ?? 0) !== 0) attribute.filled++;
      return;
    }
    this.#matched++;
    if (!this.#isUnchanged) this.#changed++;
    const wasInactive = before[PersonWord.active] === Active.inactive;
    if (isInactive && !wasInactive) this.#leavers.add(record, line);
    if (wasInactive && person[PersonWord.active] === Active.active) this.#returners++;
    if (isRenamed(before, person)) this.#signInNamesChanged++;
    this.#compare(before, person);
  }

  /** Notes the id of a record that the mapping's filter excludes. Returns whether the person was active before. */
  hide(id: Uint8Array, record: number, line: number): boolean {
    const row = this.#find(id);
    const wasActive = row >= 0 && this.#baseline.row(row)[PersonWord.active] === Active.active;
    if (wasActive) this.#excluded.push(row, record, line);
    return wasActive;
  }

  /**
   * Visits everything that was last sent to the job again, to find people who are not in the source.
   * @param isWhole whether the source contains everybody; nobody counts as missing from a payload
   */
  finish({ mapping, isWhole }: { readonly mapping: string | undefined; readonly isWhole: boolean }): Comparison {
    const { head, rows, row } = this.#baseline;
    let [active, missing, idsChanged] = [0, 0, 0];
    for (let index = 0; index < rows; index++) {
      const person = row(index);
      const isMet = this.#isMet(index);
      if (person[PersonWord.active] === Active.active) {
        active++;
        if (!isMet) missing++;
      }
      // The name is not known to be taken unless its person certainly arrived
      const [low = 0, high = 0] = person.subarray(PersonWord.userName, PersonWord.userName + 2);
      if (this.#doubtOf(person) === Doubt.none && this.#newNames.has(low, high)) idsChanged++;
    }
    return {
      takenAt: head.takenAt,
      lastRecords: head.records,
      people: rows,
      active,
      matched: this.#matched,
      ...this.#countAgain(),
      joiners: this.#joiners.counted,
      changed: this.#changed,
      unchanged: this.#matched - this.#changed,
      leavers: this.#leavers.counted,
      returners: this.#returners,
      unknownInactive: this.#unknownInactive.counted,
      missing: isWhole ? missing : 0,
      hidden: this.#countHidden(),
      attributes: this.#attributes.map(comparisonOf),
      signInNamesChanged: this.#signInNamesChanged,
      idsChanged,
      isSameMapping: mapping === undefined || mapping === head.mapping,
      hasSameAttributes: this.#hasSameAttributes,
      ...(head.wholeAt === undefined ? {} : { wholeAt: head.wholeAt }),
    };
  }

  /**
   * How each record compares; `undefined` unless the builder notes that.
   * @param ids eight bytes per record: the hash of its matching id; zeros if it has none
   */
  compared(ids: Uint8Array): ComparedPeople | undefined {
    const records = ids.length / ID_LENGTH;
    return this.#notes?.finish(records, (record) =>
      this.#find(ids.subarray((record - 1) * ID_LENGTH, record * ID_LENGTH)),
    );
  }

  #countAgain(): { readonly again?: SentAgain } {
    const [, failed, unanswered, unsure] = this.#again;
    return failed + unanswered + unsure === 0 ? {} : { again: { failed, unanswered, unsure } };
  }

  #doubtOf(row: Uint32Array): Doubt {
    return doubtOf(row, this.#baseline.head.attributes.length);
  }

  #countHidden(): CountedRecords {
    const hidden = new RecordCounter();
    const seen = new Set<number>();
    for (let at = 0; at < this.#excluded.length; at += 3) {
      const [row = 0, record = 0, line = 0] = this.#excluded.slice(at, at + 3);
      if (!this.#isMet(row) && !seen.has(row)) hidden.add(record, line);
      seen.add(row);
    }
    return hidden.counted;
  }

  #find(id: Uint8Array): number {
    const [low, high] = idWords(id);
    if (low === 0 && high === 0) return -1;
    const { ids, row } = this.#baseline;
    return ids.find(low, high, (index) => {
      const person = row(index);
      return person[PersonWord.id] === low && person[PersonWord.id + 1] === high;
    });
  }

  #isMet(row: number): boolean {
    return ((this.#met[row >> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  #compare(before: Uint32Array, now: Uint32Array): void {
    for (const attribute of this.#attributes) {
      const had = attribute.before < 0 ? 0 : (before[attribute.before] ?? 0);
      const has = attribute.now < 0 ? 0 : (now[attribute.now] ?? 0);
      if (has !== 0) attribute.filled++;
      if (had === 0) continue;
      attribute.had++;
      if (has === 0) attribute.emptied++;
      else if (has !== had) attribute.changed++;
    }
  }
}

function comparisonOf({ path, had, changed, emptied, filled }: AttributeCount): AttributeComparison {
  return { path, had, changed, emptied, isGone: had > 0 && filled === 0 };
}

function isSame(one: Uint32Array, other: Uint32Array): boolean {
  for (let word = 0; word < other.length; word++) if (one[word] !== other[word]) return false;
  return true;
}

/** Whether both have a sign-in name and the names differ. */
function isRenamed(before: Uint32Array, now: Uint32Array): boolean {
  const [low, high] = [before[PersonWord.userName] ?? 0, before[PersonWord.userName + 1] ?? 0];
  const [newLow, newHigh] = [now[PersonWord.userName] ?? 0, now[PersonWord.userName + 1] ?? 0];
  const areKnown = (low !== 0 || high !== 0) && (newLow !== 0 || newHigh !== 0);
  return areKnown && (low !== newLow || high !== newHigh);
}
