import { spanOf, stringOf } from '../../json/jsonNode';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import { momentForm, WITHOUT_ZONE } from '../../scim/momentText';
import { KNOWN_SCHEMAS } from '../../scim/userSchema';
import { isSameUrn } from '../shape/knownSchemas';
import type { ResourceCheck } from './payloadCheck';
import type { PlacedAttribute } from '../shape/placedAttributes';

const URN = 'urn:ietf:params:scim:schemas:extension:contoso:1.0:User';
const BOTH_SCHEMAS = `"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", "${URN}"]`;

const [withoutZone, notDate] = defineProblemKinds([
  {
    code: 'payload.date-without-zone',
    severity: 'warning',
    title: 'Date without a time zone',
    explanation:
      'A date, or a date and time without an offset, is a different moment everywhere. employeeHireDate and employeeLeaveDateTime of Entra are moments, and lifecycle workflows start by them: a person may be let in or out a day early. For an attribute of unknown type it is reported as information, since its target may be a text.',
    remedy: 'Write date, time and offset, such as 2026-05-01T08:00:00+02:00, or Z at the end for UTC.',
    authority: 'Entra',
    example: {
      wrong: `${BOTH_SCHEMAS},\n"${URN}": { "hireDate": "2026-05-01" }`,
      right: `${BOTH_SCHEMAS},\n"${URN}": { "hireDate": "2026-05-01T08:00:00+02:00" }`,
    },
  },
  {
    code: 'payload.date-format',
    severity: 'error',
    title: 'Text that is not a date and time',
    explanation:
      'The job or the mapping gives the attribute the type DateTime, but the text is not a date and time by RFC 7643 (section 2.3.5), which uses the format of XML Schema. How the service handles it is unknown.',
    remedy: 'Write it as 2026-05-01T08:00:00+02:00.',
    authority: 'RFC 7643',
    example: {
      wrong: `${BOTH_SCHEMAS},\n"${URN}": { "hireDate": "01.05.2026" }`,
      right: `${BOTH_SCHEMAS},\n"${URN}": { "hireDate": "2026-05-01T08:00:00+02:00" }`,
    },
  },
]);

/** Texts that are meant as dates and times. There is no quick fix, because only the user knows the zone. */
export const dates: ResourceCheck = {
  kinds: [withoutZone, notDate],
  *find({ attributes }) {
    for (const attribute of attributes) {
      const { member, definition, label } = attribute;
      const text = stringOf(member.value);
      if (member.value === undefined || text === undefined || text === '' || !mayBeMoment(attribute)) continue;
      const isMoment = definition?.type === 'dateTime';
      const form = momentForm(text);
      if (form === 'date' || form === 'date and time') {
        const message = `"${label}" is ${WITHOUT_ZONE[form]}, so the moment is not defined. Entra's dates of hiring and leaving need an offset.`;
        const problem = problemOf(withoutZone, spanOf(member.value), message);
        yield isMoment ? problem : { ...problem, severity: 'information' };
      } else if (isMoment && form === undefined) {
        const message = `"${label}" is of type dateTime (RFC 7643, section 2.3.5), but this is not a date and time such as 2026-05-01T08:00:00+02:00.`;
        yield problemOf(notDate, spanOf(member.value), message);
      }
    }
  },
};

/** Whether an attribute may contain a date and time. The texts of User and Enterprise User do not. */
function mayBeMoment({ path: { urn }, definition }: PlacedAttribute): boolean {
  if (definition?.readOnly === true) return false;
  if (definition?.type === 'dateTime') return true;
  const isKnown = urn === undefined || KNOWN_SCHEMAS.some((schema) => isSameUrn(schema.urn, urn));
  return !isKnown && (definition === undefined || definition.type === 'string');
}
