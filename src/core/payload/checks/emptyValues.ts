import { spanOf } from '../../json/jsonNode';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { ResourceCheck } from './payloadCheck';
import type { PlacedAttribute } from '../shape/placedAttributes';
import { whyWithoutEffect } from '../shape/withoutEffect';

const [nullValue, emptyText] = defineProblemKinds([
  {
    code: 'payload.null-value',
    severity: 'information',
    title: 'Effect of null',
    explanation:
      "Entra skips null and keeps the value of the account. With null flow (preview), an update clears the value; it must be enabled twice, for the attribute in the job's attribute list and for the mapping. Then a missing attribute clears the value, too. A list as a whole is never cleared.",
    remedy: 'Keep it if null flow is enabled or nothing should change; otherwise remove the attribute.',
    authority: 'Entra',
    example: { wrong: '"title": null', right: '"title": "Engineer"' },
  },
  {
    code: 'payload.empty-text',
    severity: 'warning',
    title: 'Effect of an empty text',
    explanation:
      "Without null flow (preview) Entra passes on an empty text, and Active Directory refuses it with InvalidAttributeSyntax. With null flow enabled, for the attribute in the job's attribute list and for the mapping, it clears the value, like null. null is safe either way: it is skipped or clears the value.",
    remedy: 'Write null, or remove the attribute.',
    authority: 'Entra',
    example: { wrong: '"title": ""', right: '"title": "Engineer"' },
  },
]);

/** Attributes that a separate check reports as missing. */
const NEEDED = new Set(['schemas', 'externalId', 'userName', 'active']);

/** Empty values in a resource. Data: `replacement`, null for an empty text. */
export const emptyValues: ResourceCheck = {
  kinds: [nullValue, emptyText],
  *find({ attributes }) {
    for (const attribute of attributes) {
      const { label, member } = attribute;
      const { value } = member;
      if (value === undefined || !isWatched(attribute)) continue;
      if (value.type === 'null') {
        yield problemOf(nullValue, spanOf(value), `"${label}" is null: ${effectOfNull(attribute)}`);
      } else if (value.type === 'string' && value.value === '') {
        const message = `"${label}" is an empty text. Without null flow Entra passes it on and Active Directory refuses it; with null flow it clears the value, like null. null is never refused.`;
        yield problemOf(emptyText, spanOf(value), message, { replacement: 'null' });
      }
    }
  },
};

function isWatched({ path, definition }: PlacedAttribute): boolean {
  if (path.urn === undefined && path.sub === undefined && NEEDED.has(path.attribute)) return false;
  return path.sub !== 'type' && whyWithoutEffect(path, definition) === undefined;
}

function effectOfNull(attribute: PlacedAttribute): string {
  return isList(attribute)
    ? 'Entra skips it, and never clears a list as a whole.'
    : "Entra skips it, unless null flow is enabled for it in the job's attribute list and mapping; then the value is cleared.";
}

/** Whether an attribute is a list. A sub-attribute of its elements is not: it has a value that a mapping can clear. */
function isList({ definition }: PlacedAttribute): boolean {
  return definition?.multiValued === true;
}
