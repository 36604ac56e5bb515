import type { DamageCount, DamageKind } from './cellDamage';
import { damageOf } from './cellDamage';

/** Counts the damage in the texts of one column. */
export class DamageTally {
  readonly #counts = new Map<DamageKind, { -readonly [Key in keyof DamageCount]: DamageCount[Key] }>();

  /** Counts the damage in a text and returns its kinds. */
  add(text: string, record: number, line: number): readonly DamageKind[] {
    const kinds = damageOf(text);
    this.count(kinds, record, line);
    return kinds;
  }

  /** Counts damage that was already found in the text of one record. */
  count(kinds: readonly DamageKind[], record: number, line: number): void {
    for (const kind of kinds) {
      const own = this.#counts.get(kind);
      if (own === undefined) this.#counts.set(kind, { kind, count: 1, record, line });
      else own.count++;
    }
  }

  /** In order of first appearance. */
  get counts(): readonly DamageCount[] {
    return [...this.#counts.values()].map((count) => ({ ...count }));
  }
}
