import { spanOf } from '../../json/jsonNode';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { ResourceCheck } from './payloadCheck';
import type { PlacedAttribute } from '../shape/placedAttributes';
import { whyWithoutEffect } from '../shape/withoutEffect';

const [nullValue, emptyText] = defineProblemKinds([
  {
    code: 'payload.null-value',
    severity: 'information',
    title: 'null, and what becomes of it',
    explanation:
      'Entra skips null, and what the account has stays. Null flow (preview) makes it clear the value at an update; it has to be switched on at two places, for the attribute in the attribute list of the job and for the mapping. Then an attribute that is left out clears it too. A list as a whole is never cleared.',
    remedy: 'Leave it, if null flow is on or nothing is to happen; else remove the attribute.',
    authority: 'Entra',
    example: { wrong: '"title": null', right: '"title": "Engineer"' },
  },
  {
    code: 'payload.empty-text',
    severity: 'warning',
    title: 'Empty text, and what becomes of it',
    explanation:
      'Without null flow (preview) Entra passes an empty text on as it is, and Active Directory refuses it with InvalidAttributeSyntax. With null flow on, for the attribute in the attribute list of the job and for the mapping, it clears the value, as null does. null is right either way: skipped, or clearing.',
    remedy: 'Write null, or leave the attribute out.',
    authority: 'Entra',
    example: { wrong: '"title": ""', right: '"title": "Engineer"' },
  },
]);

/** Of these a check of its own says that they are missing. */
const NEEDED = new Set(['schemas', 'externalId', 'userName', 'active']);

/** Values that are none. Data: `replacement`, null for an empty text. */
export const emptyValues: ResourceCheck = {
  kinds: [nullValue, emptyText],
  *find({ attributes }) {
    for (const attribute of attributes) {
      const { label, member } = attribute;
      const { value } = member;
      if (value === undefined || !isWatched(attribute)) continue;
      if (value.type === 'null') {
        yield problemOf(nullValue, spanOf(value), `"${label}" is null: ${fateOfNull(attribute)}`);
      } else if (value.type === 'string' && value.value === '') {
        const message = `"${label}" is an empty text. Without null flow Entra passes it on as it is, and Active Directory refuses it; with null flow it clears the value, as null does. null is never refused.`;
        yield problemOf(emptyText, spanOf(value), message, { replacement: 'null' });
      }
    }
  },
};

function isWatched({ path, definition }: PlacedAttribute): boolean {
  if (path.urn === undefined && path.sub === undefined && NEEDED.has(path.attribute)) return false;
  return path.sub !== 'type' && whyWithoutEffect(path, definition) === undefined;
}

function fateOfNull(attribute: PlacedAttribute): string {
  return isList(attribute)
    ? 'Entra skips it, and never clears a list as a whole.'
    : 'Entra skips it, unless null flow is on for it in the attribute list and in the mapping of the job; then the value is cleared.';
}

/** A part of an element has a value of its own, which a mapping can clear. */
function isList({ definition }: PlacedAttribute): boolean {
  return definition?.multiValued === true;
}
