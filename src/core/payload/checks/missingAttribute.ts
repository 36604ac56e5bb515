import type { JsonMember, JsonNode } from '../../json/jsonNode';
import { membersOf } from '../../json/jsonNode';
import type { Problem } from '../../problems/problem';
import { problemOf } from '../../problems/problemKind';
import { span } from '../../text/span';
import type { ResourceCheck } from './payloadCheck';
import { shapeProblems } from '../shape/shapeProblems';

const NEEDED: readonly { readonly name: string; readonly severity: Problem['severity']; readonly why: string }[] = [
  {
    name: 'schemas',
    severity: 'error',
    why: 'It must list the URNs of User, Enterprise User and every used extension (Entra; RFC 7643, section 3).',
  },
  {
    name: 'externalId',
    severity: 'error',
    why: 'Entra matches people by it and skips a person without it.',
  },
  {
    name: 'active',
    severity: 'error',
    why: 'Entra disables an existing account if it is missing.',
  },
  {
    name: 'userName',
    severity: 'information',
    why: 'RFC 7643 requires it, and Entra does not create accounts without it. An existing account can be updated without it.',
  },
];

/**
 * The required attributes of a person. Reported at the opening brace of the resource, or at the value. Data:
 * the `attribute`.
 */
export const missingAttribute: ResourceCheck = {
  kinds: [shapeProblems.missingAttribute],
  *find({ node }) {
    const members = membersOf(node);
    for (const { name, severity, why } of NEEDED) {
      const found = ofName(members, name);
      if (found !== undefined && (found.value === undefined || !isNothing(found.value, name))) continue;
      const how = found === undefined ? 'is missing' : 'has no value';
      const where = found?.value ?? { offset: node.offset, length: 1 };
      yield {
        ...problemOf(
          shapeProblems.missingAttribute,
          span(where.offset, where.offset + where.length),
          `"${name}" ${how}. ${why}`,
          { attribute: name },
        ),
        severity,
      };
    }
  },
};

/** Finds a member by name, ignoring case: another case is a spelling problem, not a missing attribute. */
function ofName(members: readonly JsonMember[], name: string): JsonMember | undefined {
  return (
    members.findLast((member) => member.name === name) ??
    members.find((member) => member.name.toLowerCase() === name.toLowerCase())
  );
}

function isNothing({ type, value, children }: JsonNode, name: string): boolean {
  if (type === 'null') return true;
  if (name === 'schemas') return type === 'array' && children?.length === 0;
  // An empty text for a boolean has the wrong type
  return name !== 'active' && type === 'string' && String(value).trim() === '';
}
