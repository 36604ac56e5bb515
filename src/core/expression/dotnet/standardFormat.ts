const ROUND_TRIP = "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK";
const RFC_1123 = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
const FULL = 'dddd, dd MMMM yyyy HH:mm:ss';

/** The custom formats that .NET's standard formats stand for in the invariant culture. */
const STANDARD_FORMATS: ReadonlyMap<string, string> = new Map([
  ['d', 'MM/dd/yyyy'],
  ['D', 'dddd, dd MMMM yyyy'],
  ['f', 'dddd, dd MMMM yyyy HH:mm'],
  ['F', FULL],
  ['g', 'MM/dd/yyyy HH:mm'],
  ['G', 'MM/dd/yyyy HH:mm:ss'],
  ['m', 'MMMM dd'],
  ['M', 'MMMM dd'],
  ['o', ROUND_TRIP],
  ['O', ROUND_TRIP],
  ['r', RFC_1123],
  ['R', RFC_1123],
  ['s', "yyyy'-'MM'-'dd'T'HH':'mm':'ss"],
  ['t', 'HH:mm'],
  ['T', 'HH:mm:ss'],
  ['u', "yyyy'-'MM'-'dd HH':'mm':'ss'Z'"],
  // The same as F, in UTC: the machine that runs provisioning is assumed to be on UTC
  ['U', FULL],
  ['y', 'yyyy MMMM'],
  ['Y', 'yyyy MMMM'],
]);

/**
 * The custom format that a standard format, a single letter, stands for; `undefined` when there is none for that
 * letter.
 * Source: .NET, `DateTimeFormatInfo.InvariantInfo` and "Standard date and time format strings".
 */
export function standardFormat(letter: string): string | undefined {
  return STANDARD_FORMATS.get(letter);
}
