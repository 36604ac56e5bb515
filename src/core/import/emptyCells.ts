import type { EmptyPolicy } from '../mapping/model/model';
import type { TextMeaning } from './powershell/meaning';
import type { ScimTarget } from './scimTargets';

/** A record without one of these is never sent: the language does not allow another policy for them. */
const NEVER_EMPTY = new Set(['externalId', 'userName', 'active']);

export function isNeverEmpty({ path }: ScimTarget): boolean {
  return path.urn === undefined && path.sub === undefined && NEVER_EMPTY.has(path.attribute);
}

/**
 * The `@empty` policy that sends what CSV2SCIM sends: `""` for an empty text, null for nothing. `unclear` if the script
 * can yield both; `undefined` if the rule does not need a policy.
 */
export function policyFor(meaning: TextMeaning, target: ScimTarget): EmptyPolicy | 'unclear' | undefined {
  if (isNeverEmpty(target)) return undefined;
  if (meaning.isNullWhenEmpty) return meaning.isNullWhenNothing ? 'unclear' : 'blank';
  return meaning.isNullWhenNothing ? 'null' : undefined;
}
