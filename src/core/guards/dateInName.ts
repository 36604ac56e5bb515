const YEAR_FIRST =
  /(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?:[-_.T ]?([01]\d|2[0-3])[-_.]?([0-5]\d)(?:[-_.]?[0-5]\d)?)?(?!\d)/;
const DAY_FIRST = /(?<!\d)(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.((?:19|20)\d\d)(?!\d)/;

/**
 * The date in a file name, with the time if there is one: `2026-11-28 03:10`. These texts sort chronologically. Dates
 * that begin with the day or the month are only recognised with full stops, because the order is ambiguous otherwise.
 */
export function dateInName(name: string): string | undefined {
  const [yearFirst, dayFirst] = [YEAR_FIRST.exec(name), DAY_FIRST.exec(name)];
  if (yearFirst !== null) {
    const [, year, , month, day, hour, minute] = yearFirst;
    const date = [year, month, day].join('-');
    return hour === undefined ? date : `${date} ${hour}:${minute ?? ''}`;
  }
  if (dayFirst === null) return undefined;
  const [, day, month, year] = dayFirst;
  return [year, month, day].join('-');
}
