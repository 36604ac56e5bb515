/**
 * Ids for accounts that a prediction makes, each telling whose it would be: others are shown by them as managers. No account of a
 * directory has such an id.
 */
export function newAccountIds(): (externalId: string) => string {
  const made = new Map<string, number>();
  return (externalId) => {
    const count = (made.get(externalId) ?? 0) + 1;
    made.set(externalId, count);
    return `new account of ${externalId}${count === 1 ? '' : ` (${count})`}`;
  };
}
