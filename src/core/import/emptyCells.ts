import type { EmptyPolicy } from '../mapping/model/model';
import type { TextMeaning } from './powershell/meaning';
import type { ScimTarget } from './scimTargets';

/** A record without these is never sent: the language has no other policy for them. */
const NEVER_EMPTY = new Set(['externalId', 'userName', 'active']);

export function isNeverEmpty({ path }: ScimTarget): boolean {
  return path.urn === undefined && path.sub === undefined && NEVER_EMPTY.has(path.attribute);
}

/** How the rule distinguishes what CSV2SCIM sends for an empty text (`""`) and for nothing (null). */
export function policyFor(meaning: TextMeaning, target: ScimTarget): EmptyPolicy | 'unclear' | undefined {
  if (isNeverEmpty(target)) return undefined;
  if (meaning.isNullWhenEmpty) return meaning.isNullWhenNothing ? 'unclear' : 'blank';
  return meaning.isNullWhenNothing ? 'null' : undefined;
}
