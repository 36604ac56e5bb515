import { spanOf, stringOf } from '../../json/jsonNode';
import { problemKind, problemOf } from '../../problems/problemKind';
import { attributeFacts } from '../../scim/attributeFacts';
import type { ResourceCheck } from './payloadCheck';

const kind = problemKind({
  code: 'payload.value-too-long',
  severity: 'warning',
  title: 'Value that is too long',
  explanation:
    "The text is longer than the Entra ID attribute that is usually filled from it allows: 16 for employeeId, which externalId fills. Unless the job's own mapping shortens it, the account is not created or updated.",
  remedy: 'Shorten the value, or map another attribute of the job to it.',
  authority: 'Entra',
  example: { wrong: '"externalId": "c0ffee00-1234-5678-9abc-def012345678"', right: '"externalId": "701984"' },
});

/** Data: `maxLength`, in characters. */
export const valueTooLong: ResourceCheck = {
  kinds: [kind],
  *find({ attributes }) {
    for (const { path, label, member } of attributes) {
      const text = stringOf(member.value);
      // 16 is the smallest limit
      if (member.value === undefined || text === undefined || text.length <= 16) continue;
      const limit = attributeFacts(path)?.maxLength;
      if (limit === undefined || text.length <= limit.characters) continue;
      const message = `"${label}" has ${text.length} characters, but its usual target allows only ${limit.characters} (${limit.source}).`;
      yield problemOf(kind, spanOf(member.value), message, { maxLength: limit.characters });
    }
  },
};
