import type { DamageCount, DamageKind } from './cellDamage';
import { damageOf } from './cellDamage';

/** Counts the damage that the texts of one column show. */
export class DamageTally {
  readonly #counts = new Map<DamageKind, { -readonly [Key in keyof DamageCount]: DamageCount[Key] }>();

  add(text: string, record: number, line: number): void {
    for (const kind of damageOf(text)) {
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
