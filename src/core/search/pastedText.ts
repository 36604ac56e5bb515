import { foldedText } from './foldedText';
import type { Expression } from '../expression/syntax';

/** A text that consists of cells and the constants between them. */
interface PastedText {
  /** The characters of all constants, folded. */
  readonly constants: string;
  /** Whether the text always begins, or ends, with a constant, unless it is empty. */
  readonly begins: boolean;
  readonly ends: boolean;
}

const CELL: PastedText = { constants: '', begins: false, ends: false };

/**
 * The constants and whole cells that an expression joins into its text, as far as a search, which ignores case and
 * accents, can tell; `undefined` if the text may contain something else. If a search text shares no characters with the
 * constants, a match in such a text is also a match in a single cell.
 */
export function pastedText(expression: Expression): PastedText | undefined {
  if (expression.kind === 'attribute') return CELL;
  if (expression.kind === 'string') return constant(expression.value);
  if (expression.kind !== 'call') return undefined;
  const parts = expression.slots.map((slot) => slot.expression);
  const [first, second] = parts;
  if (first === undefined) return undefined;
  switch (expression.name.toLowerCase()) {
    case 'tolower':
    case 'toupper':
    case 'pcase':
      return pastedText(first);
    case 'append':
      return second === undefined ? pastedText(first) : appended(pastedText(first), pastedText(second));
    case 'join':
      return joined(first, parts.slice(1));
    case 'coalesce':
      return either(parts);
    case 'iif':
      return either(parts.slice(1));
    case 'switch':
      return either([second, ...parts.filter((_, place) => place > 1 && place % 2 === 1)]);
    default:
      return undefined;
  }
}

function constant(value: string): PastedText {
  const constants = foldedText(value);
  const isThere = constants !== '';
  return { constants, begins: isThere, ends: isThere };
}

function appended(source: PastedText | undefined, suffix: PastedText | undefined): PastedText | undefined {
  if (source === undefined || suffix === undefined || !(source.ends || suffix.begins)) return undefined;
  return { constants: source.constants + suffix.constants, begins: source.begins, ends: suffix.ends };
}

function joined(separator: Expression, sources: readonly (Expression | undefined)[]): PastedText | undefined {
  const between = separator.kind === 'string' ? constant(separator.value) : undefined;
  const found = either(sources);
  if (found === undefined || between === undefined) return undefined;
  if (sources.length > 1 && !between.begins) return undefined;
  return { ...found, constants: between.constants + found.constants };
}

/** The text of one of several expressions. */
function either(parts: readonly (Expression | undefined)[]): PastedText | undefined {
  const texts = parts.map((part) => part && pastedText(part));
  const known = texts.filter((text) => text !== undefined);
  if (known.length === 0 || known.length < texts.length) return undefined;
  return {
    constants: known.map(({ constants }) => constants).join(''),
    begins: known.every(({ begins }) => begins),
    ends: known.every(({ ends }) => ends),
  };
}
