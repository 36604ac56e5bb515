/** The units of DateAdd and DateDiff: years, months, days, weeks, hours, minutes, seconds. */
export const DATE_INTERVALS = ['yyyy', 'm', 'd', 'ww', 'h', 'n', 's'] as const;

export type DateInterval = (typeof DATE_INTERVALS)[number];

/** Whether a text is an interval. The case of its letters counts, as in the names of functions. */
export function isDateInterval(text: string): text is DateInterval {
  return (DATE_INTERVALS as readonly string[]).includes(text);
}
