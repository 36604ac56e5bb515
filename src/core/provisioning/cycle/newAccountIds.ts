/**
 * Creates ids for the accounts of a prediction. Each id shows the person, because other accounts display it as their
 * manager. No real account has such an id.
 */
export function newAccountIds(): (externalId: string) => string {
  const made = new Map<string, number>();
  return (externalId) => {
    const count = (made.get(externalId) ?? 0) + 1;
    made.set(externalId, count);
    return `new account of ${externalId}${count === 1 ? '' : ` (${count})`}`;
  };
}
