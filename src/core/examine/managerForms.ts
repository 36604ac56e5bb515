import type { MappedRecord } from '../convert/compileMapping';

/** Records whose manager is in the extract, but with the id in another form. */
export interface OtherForm {
  /**
   * `unchanged`: the id as in its column, before the rule for externalId changes it; `zeros`: with other leading zeros.
   */
  readonly kind: 'unchanged' | 'zeros';
  readonly count: number;
  readonly line: number;
}

/** Finds managers who are named by another form of an id than externalId has. Ids are given as JSON. */
export class ManagerForms {
  readonly #places: readonly number[];
  readonly #limit: number;
  /** The contents of the externalId column in records where the rule changes them. */
  readonly #unchanged = new Set<string>();

  constructor(places: readonly number[], limit: number) {
    this.#places = places;
    this.#limit = limit;
  }

  add({ cells }: MappedRecord, id: string): void {
    for (const place of this.#places) {
      const cell = JSON.stringify(cells[place] ?? '');
      if (cell === '""' || cell.toLowerCase() === id.toLowerCase() || this.#unchanged.size >= this.#limit) continue;
      this.#unchanged.add(cell);
    }
  }

  /** The form in which each manager was found, for managers who are not among the people. */
  formsOf(managers: Iterable<string>, people: Iterable<string>): ReadonlyMap<string, OtherForm['kind']> {
    const bare = new Set<string>();
    for (const id of people) if (NUMBER.test(id)) bare.add(withoutZeros(id));
    const forms = new Map<string, OtherForm['kind']>();
    for (const manager of managers) {
      if (this.#unchanged.has(manager)) forms.set(manager, 'unchanged');
      else if (NUMBER.test(manager) && bare.has(withoutZeros(manager))) forms.set(manager, 'zeros');
    }
    return forms;
  }
}

const NUMBER = /^"\d+"$/;

function withoutZeros(id: string): string {
  return id.replace(/^"0+(?=\d)/, '"');
}
