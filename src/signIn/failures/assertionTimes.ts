const TIMES =
  /Current time: ([^,]{1,40}), assertion valid from ([^,]{1,40}), expiry time of assertion ([^,]{1,40}?)\.?(?:\s|$)/;

/** The times in the description of AADSTS700024, in parentheses with a leading space; empty if there are none. */
export function describeTimes(description: string): string {
  const [current, from, to] = (TIMES.exec(description) ?? []).slice(1).map((text) => Date.parse(text));
  if (current === undefined || from === undefined || to === undefined) return '';
  if ([current, from, to].some(Number.isNaN)) return '';
  const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
  return ` (the sign-in was valid from ${iso(from)} to ${iso(to)}; the service’s clock says ${iso(current)})`;
}
