import { isPrintable } from '../text/printable';
import type { ColumnFacts } from './columnFacts';
import type { GuessContext } from './guess';
import { looksLikeEmail, looksPrivate } from './valueLooks';

/** The domain for sign-in names, and where it comes from. */
export interface SignInDomain {
  readonly name: string;
  /** The column of addresses, or the user's own setting. If absent, the domain is an example. */
  readonly source?: ColumnFacts | 'setting';
  /** Up to three other domains of the addresses. */
  readonly others: readonly string[];
}

/** Reserved for examples, so that nobody can sign in with it by mistake. Source: RFC 2606. */
const EXAMPLE = 'example.com';

/** The most frequent domain of the extract's addresses; otherwise the one that is set; otherwise an example. */
export function signInDomain({ columns, defaultDomain }: GuessContext, mail?: ColumnFacts): SignInDomain {
  for (const facts of mail === undefined ? columns : [mail, ...columns]) {
    if (facts.isPrivate || facts.share(looksLikeEmail) < 0.9 || facts.share(looksPrivate) >= 0.2) continue;
    const [first, ...others] = domainsOf(facts);
    if (first !== undefined) return { name: first, source: facts, others: others.slice(0, 3) };
  }
  return defaultDomain === undefined
    ? { name: EXAMPLE, others: [] }
    : { name: defaultDomain, source: 'setting', others: [] };
}

function domainsOf({ profile }: ColumnFacts): readonly string[] {
  const counts = new Map<string, number>();
  for (const { value, count } of profile.values) {
    const address = value.trim();
    const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
    if (looksLikeEmail(address) && isPrintable(domain)) counts.set(domain, (counts.get(domain) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([domain]) => domain);
}
