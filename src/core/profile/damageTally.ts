import type { DamageCount, DamageKind } from './cellDamage';
import { damageOf } from './cellDamage';

/** Counts the damage that the texts of one column show. */
export class DamageTally {
  readonly #counts = new Map<DamageKind, { -readonly [Key in keyof DamageCount]: DamageCount[Key] }>();

  /** Gives what the text shows. */
  add(text: string, record: number, line: number): readonly DamageKind[] {
    const kinds = damageOf(text);
    this.count(kinds, record, line);
    return kinds;
  }

  /** Counts what was found before in the text of one record. */
  count(kinds: readonly DamageKind[], record: number, line: number): void {
    for (const kind of kinds) {
      const own = this.#counts.get(kind);
      if (own === undefined) this.#counts.set(kind, { kind, count: 1, record, line });
      else own.count++;
    }
  }

  /** In the order in which they were first met. */
  get counts(): readonly DamageCount[] {
    return [...this.#counts.values()].map((count) => ({ ...count }));
  }
}
