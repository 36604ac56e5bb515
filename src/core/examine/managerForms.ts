import type { MappedRecord } from '../convert/compileMapping';

/** Records whose manager is somebody of the extract under another form of the id. */
export interface OtherForm {
  /** The id as its column holds it, before the rule for externalId changes it; or with other leading zeros. */
  readonly kind: 'unchanged' | 'zeros';
  readonly count: number;
  readonly line: number;
}

/** Finds managers who are named by another form of an id than externalId gives. Ids are their JSON. */
export class ManagerForms {
  readonly #places: readonly number[];
  readonly #limit: number;
  /** What the columns of externalId hold where the rule makes something else of it. */
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

  /** The form by which each manager who is not among the people is found. */
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
