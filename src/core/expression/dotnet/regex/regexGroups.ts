import type { GroupKey } from './groupOpening';
import type { RegexGroups } from './regexTree';

/** Records the groups of a pattern as they open, in the order of the text. */
export class GroupCensus {
  #unnamed = 0;
  readonly #numbers = new Set<number>();
  readonly #names = new Set<string>();

  /** `(...)`: its number. */
  addUnnamed(): number {
    this.#unnamed++;
    this.#numbers.add(this.#unnamed);
    return this.#unnamed;
  }

  /** `(?<name>...)`, `(?<7>...)`. A number that begins with 0 does not make a group and must match an existing one. */
  add({ text, isNumber }: GroupKey): void {
    if (!isNumber) this.#names.add(text);
    else if (!text.startsWith('0')) this.#numbers.add(Number(text));
  }

  /**
   * .NET numbers the unnamed groups first, from 1, then the named ones in the order of their first appearance, skipping
   * numbers that the pattern assigns. Groups of the same name or number are one group.
   * https://learn.microsoft.com/dotnet/standard/base-types/grouping-constructs-in-regular-expressions
   */
  close(): RegexGroups {
    const numbers = new Set(this.#numbers).add(0);
    const numberOfName = new Map<string, number>();
    let next = this.#unnamed + 1;
    for (const name of this.#names) {
      while (numbers.has(next)) next++;
      numbers.add(next);
      numberOfName.set(name, next);
    }
    const byNumber = new Map([...numbers].sort((a, b) => a - b).map((number, slot) => [number, slot]));
    const byName = new Map([...numberOfName].map(([name, number]) => [name, byNumber.get(number) ?? 0]));
    const named = new Set(numberOfName.values());
    const unnamed = [...byNumber].filter(([number]) => !named.has(number));
    const byCall = new Map([...byName, ...unnamed.map(([number, slot]): [string, number] => [String(number), slot])]);
    return { slots: byNumber.size, byNumber, byName, byCall };
  }
}

/**
 * The slot of the group that `Match.Groups[name]` gives. Without names and gaps in the numbers, .NET reads any decimal
 * number, even `01`; otherwise it looks up the text.
 */
export function slotOfCall({ byCall, byName, byNumber, slots }: RegexGroups, name: string): number | undefined {
  const isPlain = byName.size === 0 && [...byNumber.keys()].every((number) => number < slots);
  return isPlain && /^[0-9]+$/.test(name) ? byNumber.get(Number(name)) : byCall.get(name);
}
