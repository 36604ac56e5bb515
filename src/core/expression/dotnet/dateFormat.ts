/** A piece of a .NET custom date and time format: a run of one letter (`yyyy`), or text that stands for itself. */
export type FormatPart = { readonly letter: string; readonly count: number } | { readonly literal: string };

const LETTERS = new Set('dfFHhKmMstyz');

/**
 * Splits a custom format into its parts. `'...'` and `"..."` hold text, `\c` is the character c, `%c` a single letter.
 * Every other character stands for itself, `/` and `:` too, as in the invariant culture.
 * Source: .NET, "Custom date and time format strings".
 */
export function splitDateFormat(format: string): readonly FormatPart[] {
  const parts: FormatPart[] = [];
  for (let i = 0; i < format.length;) {
    const unit = format.charAt(i);
    if (unit === "'" || unit === '"') {
      const close = format.indexOf(unit, i + 1);
      const end = close < 0 ? format.length : close;
      parts.push({ literal: format.slice(i + 1, end) });
      i = end + 1;
    } else if (unit === '\\') {
      parts.push({ literal: format.charAt(i + 1) });
      i += 2;
    } else if (unit === '%') i++;
    else if (LETTERS.has(unit)) {
      let end = i + 1;
      while (unit !== 'K' && format.charAt(end) === unit) end++;
      parts.push({ letter: unit, count: end - i });
      i = end;
    } else {
      parts.push({ literal: unit });
      i++;
    }
  }
  return parts;
}

/** One sentence on why a format cannot be used, or `undefined`. */
export function checkDateFormat(format: string): string | undefined {
  if (format === '') return 'A date format is missing between the quotation marks.';
  if (format.length === 1 && /[A-Za-z]/.test(format)) {
    return `"${format}" alone is one of .NET's standard formats, which depend on a culture. Write out what you mean, like "yyyy-MM-dd".`;
  }
  if (/(^|[^\\])g/.test(format.replace(/'[^']*'|"[^"]*"/g, ''))) return 'The era (g) cannot be used here.';
  return undefined;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
export const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
