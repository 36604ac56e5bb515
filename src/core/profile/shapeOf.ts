/** Maximum length of a shape; longer ones would not be recognisable. */
const MAX_LENGTH = 40;

/**
 * The shape of a value: `A` and `a` for runs of letters, `9` for each digit, other characters unchanged. `C10589` is
 * `A99999`, `Reeba Abbot` is `Aa Aa`. Long values are cut.
 */
export function shapeOf(value: string): string {
  const cut = value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value;
  return cut
    .replace(/\p{Nd}/gu, '9')
    .replace(/\p{Lu}+/gu, 'A')
    .replace(/[\p{L}\p{M}]+/gu, (run) => (run === 'A' ? 'A' : run.startsWith('A') ? 'Aa' : 'a'));
}
