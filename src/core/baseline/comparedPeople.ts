import { Doubt } from './baselineRow';
import { PersonWord } from './digestRows';
import { NameSet } from './nameSet';
import { Active } from './resourceScanner';

/** How a record compares with the people of the baseline or of another extract. */
export const enum PersonKind {
  /** It is not compared, because it does not become an operation. */
  none,
  joiner,
  changed,
  /** Active before, inactive now. */
  disabled,
  /** It is unknown whether the last upload of the person arrived. */
  again,
  /** An earlier record has the same id. */
  repeated,
  unchanged,
  /** It does not become an operation, although the person was among the others. */
  leftOut,
}

/** Stands for all parts of a person that have no attribute hash of their own. */
export const OTHER_ATTRIBUTES = '';

/**
 * How each record of an extract compares with other people, and which of these people are not in the extract. Takes a
 * few bytes per record.
 */
export interface ComparedPeople {
  /** The attributes that can differ, as spelled in mappings; {@link OTHER_ATTRIBUTES} stands for everything else. */
  readonly attributes: readonly string[];
  /** A {@link PersonKind} per record, by record number minus one. */
  readonly kinds: Uint8Array;
  /** Per record, the row of the same person among the others plus one; 0 if there is none. */
  readonly rows: Uint32Array;
  /** Per record, `changeWords` words with one bit for each attribute that differs. */
  readonly changes: Uint32Array;
  readonly changeWords: number;
  /** The rows of people who have no record, in ascending order. */
  readonly leavers: Uint32Array;
}

/** An attribute that can differ, and its word in a person before and now; negative if that side lacks it. */
interface Compared {
  readonly path: string;
  readonly before: number;
  readonly now: number;
}

/** Notes how each record compares with other people, during the comparison. */
export class PeopleNotes {
  readonly #compared: readonly Compared[];
  readonly #changeWords: number;
  /** By row of the others, the number of the person's record; 0 if there is none. */
  readonly #records: Uint32Array;
  /** The ids of joiners. */
  readonly #joined = new NameSet();
  #kinds = new Uint8Array(1024);
  #rows = new Uint32Array(1024);
  #changes: Uint32Array;
  #count = 0;

  /**
   * @param before the attributes that the others have hashes of, as spelled in mappings
   * @param now the attributes that the extract has hashes of
   * @param rows the number of other people
   */
  constructor(before: readonly string[], now: readonly string[], rows: number) {
    const at = (paths: readonly string[], path: string) => {
      const index = paths.indexOf(path);
      return index < 0 ? -1 : PersonWord.attributes + index;
    };
    const paths = [...new Set([...now, ...before])];
    this.#compared = [
      ...paths.map((path) => ({ path, before: at(before, path), now: at(now, path) })),
      {
        path: OTHER_ATTRIBUTES,
        before: PersonWord.attributes + before.length,
        now: PersonWord.attributes + now.length,
      },
    ];
    this.#changeWords = Math.ceil((this.#compared.length + FIRST) / 32);
    this.#changes = new Uint32Array(1024 * this.#changeWords);
    this.#records = new Uint32Array(rows);
  }

  /** Notes a record of a person who is not among the others. */
  joined(record: number, person: Uint32Array): void {
    const [low = 0, high = 0] = person;
    const isRepeated = this.#joined.has(low, high);
    this.#joined.add(low, high);
    this.#note(record, isRepeated ? PersonKind.repeated : PersonKind.joiner);
  }

  /**
   * Notes a record of a person who is among the others.
   * @param row the row of that person
   */
  met(
    record: number,
    row: number,
    people: { readonly before: Uint32Array; readonly now: Uint32Array },
    { doubt, isUnchanged }: { readonly doubt: Doubt; readonly isUnchanged: boolean },
  ): void {
    const isRepeated = this.#records[row] !== 0;
    if (!isRepeated) this.#records[row] = record;
    this.#note(record, isRepeated ? PersonKind.repeated : kindOf(people, doubt, isUnchanged), row);
    if (!isUnchanged) this.#noteChanges(record, people.before, people.now);
  }

  /**
   * Looks up the people whose records do not become operations.
   * @param rowOf returns the row of a record's person, by record number; negative if there is none
   */
  finish(records: number, rowOf: (record: number) => number): ComparedPeople {
    this.#ensureLength(records);
    this.#count = records;
    for (let record = 1; record <= records; record++) {
      if (this.#kinds[record - 1] !== PersonKind.none) continue;
      const row = rowOf(record);
      if (row < 0 || this.#records[row] !== 0) continue;
      this.#records[row] = record;
      this.#note(record, PersonKind.leftOut, row);
    }
    return {
      attributes: [...OWN, ...this.#compared.map(({ path }) => path)],
      kinds: this.#kinds.slice(0, this.#count),
      rows: this.#rows.slice(0, this.#count),
      changes: this.#changes.slice(0, this.#count * this.#changeWords),
      changeWords: this.#changeWords,
      leavers: this.#leavers(),
    };
  }

  #leavers(): Uint32Array {
    let count = 0;
    for (const record of this.#records) if (record === 0) count++;
    const leavers = new Uint32Array(count);
    let at = 0;
    for (let row = 0; row < this.#records.length; row++) if (this.#records[row] === 0) leavers[at++] = row;
    return leavers;
  }

  #note(record: number, kind: PersonKind, row = -1): void {
    this.#ensureLength(record);
    this.#kinds[record - 1] = kind;
    this.#rows[record - 1] = row + 1;
  }

  #noteChanges(record: number, before: Uint32Array, now: Uint32Array): void {
    if (differs(before, now, PersonWord.userName) || differs(before, now, PersonWord.userName + 1))
      this.#mark(record, 0);
    if (differs(before, now, PersonWord.active)) this.#mark(record, 1);
    for (const [index, each] of this.#compared.entries()) {
      const had = each.before < 0 ? 0 : before[each.before];
      const has = each.now < 0 ? 0 : now[each.now];
      if (had !== has) this.#mark(record, FIRST + index);
    }
  }

  #mark(record: number, attribute: number): void {
    const at = (record - 1) * this.#changeWords + (attribute >> 5);
    this.#changes[at] = (this.#changes[at] ?? 0) | (1 << (attribute & 31));
  }

  #ensureLength(record: number): void {
    if (record <= this.#kinds.length) return;
    const length = Math.max(record, this.#kinds.length * 2);
    const [kinds, rows, changes] = [this.#kinds, this.#rows, this.#changes];
    this.#kinds = new Uint8Array(length);
    this.#rows = new Uint32Array(length);
    this.#changes = new Uint32Array(length * this.#changeWords);
    this.#kinds.set(kinds);
    this.#rows.set(rows);
    this.#changes.set(changes);
  }
}

/** The parts of a person that have words of their own, before the attributes. */
const OWN = ['userName', 'active'];
const FIRST = OWN.length;

/** The attributes in which a record differs from the same person among the others. */
export function changedAttributes(
  { attributes, changes, changeWords }: Pick<ComparedPeople, 'attributes' | 'changes' | 'changeWords'>,
  record: number,
): readonly string[] {
  const at = (record - 1) * changeWords;
  return attributes.filter((_, index) => ((changes[at + (index >> 5)] ?? 0) & (1 << (index & 31))) !== 0);
}

function kindOf(
  { before, now }: { readonly before: Uint32Array; readonly now: Uint32Array },
  doubt: Doubt,
  isUnchanged: boolean,
): PersonKind {
  if (doubt !== Doubt.none) return PersonKind.again;
  if (isUnchanged) return PersonKind.unchanged;
  const isLeaver = now[PersonWord.active] === Active.inactive && before[PersonWord.active] !== Active.inactive;
  return isLeaver ? PersonKind.disabled : PersonKind.changed;
}

function differs(one: Uint32Array, other: Uint32Array, word: number): boolean {
  return one[word] !== other[word];
}
