import { spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import { judgeUserName, MAX_DOMAIN, MAX_LOCAL_PART } from '../../scim/userNamePolicy';
import type { ResourceCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.user-name',
  severity: 'warning',
  title: 'Text that cannot be a user principal name',
  explanation:
    "A user principal name is a name, an @ and a domain of the tenant: letters without accents, digits and ' . - _ ! # ^ ~, no period directly before the @, at most 64 characters before it and 48 after it. Otherwise Entra does not create the account, unless the job's own mapping changes the name.",
  remedy: 'Correct the userName, or check that the job does.',
  authority: 'Entra',
  example: { wrong: '"userName": "zoë müller@contoso.com"', right: '"userName": "zoe.mueller@contoso.com"' },
});

/** The rules of `value.user-name.*`, which a mapping reports for its extract. */
export const userName: ResourceCheck = {
  kinds: [kind],
  *find({ attributes }) {
    for (const { path, member } of attributes) {
      if (path.urn !== undefined || path.sub !== undefined || path.attribute !== 'userName') continue;
      const name = stringOf(member.value) ?? '';
      if (member.value === undefined || name === '') continue;
      const { lacksAt, lacksSide, forbidden, isTooLong } = judgeUserName(name);
      const faults = [
        ...(lacksAt ? ['it has no @'] : []),
        ...(lacksSide ? ['it has nothing on one side of the @'] : []),
        ...(forbidden.length > 0 ? [`it has ${wordsOf(forbidden)}`] : []),
        ...(isTooLong ? [`it has more than ${MAX_LOCAL_PART} characters before the @ or ${MAX_DOMAIN} after it`] : []),
      ];
      if (faults.length === 0) continue;
      const message = `This cannot be a user principal name: ${faults.join(', and ')}. Entra does not create an account with it unless the job's mapping changes it.`;
      yield problemOf(kind, spanOf(member.value), message);
    }
  },
};

function wordsOf(forbidden: readonly string[]): string {
  const words = forbidden.map((character) => {
    if (character === '@') return 'a second @';
    if (character.length > 2) return 'a period before the @';
    return /^\s$/u.test(character) ? 'a space' : `"${character}"`;
  });
  return [...new Set(words)].slice(0, 8).join(', ');
}
