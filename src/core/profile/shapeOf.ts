/** Longer values have no shape that anybody would recognise. */
const MAX_LENGTH = 40;

/**
 * How a value looks: `A` and `a` for letters, a run of them as one, `9` for each digit, everything else as it is. `C10589` is
 * `A99999`, `Reeba Abbot` is `Aa Aa`. What is longer than anybody reads is cut.
 */
export function shapeOf(value: string): string {
  const cut = value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value;
  return cut
    .replace(/\p{Nd}/gu, '9')
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/[\p{L}\p{M}]+/gu, (run) => (run === 'A' ? 'A' : run.startsWith('A') ? 'Aa' : 'a'));
}
