import type { Problem } from '../../problems/problem';
import { defineProblemKinds, problemOf } from '../../problems/problemKind';
import type { Span } from '../../text/span';
import type { JobCheck, ResolvedMapping } from '../jobCheck';
import type { AttributeMapping } from '../jobSchema';
import { attributeOf, isEntra, mapsUsers } from '../resolveMappings';
import { sourceNames } from '../sourceNames';
import { changingCall } from '../changingCall';

const kinds = defineProblemKinds([
  {
    code: 'job.no-matching',
    severity: 'error',
    title: 'No matching attribute',
    explanation:
      'No mapping has a matchingPriority above 0, so the service cannot find the existing account of a person.',
    remedy: 'Set "matchingPriority" to 1 on the mapping that identifies people: usually employeeId from externalId.',
    authority: 'Entra',
    example: { wrong: '"matchingPriority": 0', right: '"matchingPriority": 1' },
  },
  {
    code: 'job.matching-priority',
    severity: 'error',
    title: 'Unclear order of matching priorities',
    explanation:
      'Matching attributes are tried one after the other, the lowest number first, until one finds an account; they cannot be combined. Each needs a different number above 0; other attributes have 0.',
    remedy: 'Number the matching attributes 1, 2, 3 in the order to try them.',
    authority: 'Entra',
    example: {
      wrong:
        '"attributeMappings": [\n  { "targetAttributeName": "employeeId", "matchingPriority": 1 },\n  { "targetAttributeName": "mail", "matchingPriority": 1 }\n]',
      right:
        '"attributeMappings": [\n  { "targetAttributeName": "employeeId", "matchingPriority": 1 },\n  { "targetAttributeName": "mail", "matchingPriority": 2 }\n]',
    },
  },
  {
    code: 'job.cannot-match',
    severity: 'error',
    title: 'Attribute not usable for matching',
    explanation:
      'extensionAttribute1 to extensionAttribute15 of Entra cannot be matching attributes, a matching attribute has one value, and a mapping without a source attribute gives everybody the same value, or a different one each time.',
    remedy: 'Set "matchingPriority" to 0 here, and match on an attribute that identifies each person.',
    authority: 'Entra',
    example: {
      wrong: '"targetAttributeName": "extensionAttribute1", "matchingPriority": 1',
      right: '"targetAttributeName": "employeeId", "matchingPriority": 1',
    },
  },
  {
    code: 'job.matching-sources',
    severity: 'error',
    title: 'Matching attribute from more than one source attribute',
    explanation:
      'The service looks for accounts by the value of one source attribute, which an expression may change. It refuses a schema whose matching attribute reads two ("Joining property … has more than one SourceName", SchemaInvalid).',
    remedy: 'Match on an attribute that comes from one source attribute, and set "matchingPriority" to 0 here.',
    authority: 'Entra',
    example: {
      wrong: '"matchingPriority": 1, "source": { "expression": "Join(\\"@\\", [userName], [title])" }',
      right: '"matchingPriority": 1, "source": { "expression": "Join(\\"@\\", [userName], \\"contoso.com\\")" }',
    },
  },
]);
const [noMatching, matchingPriority, cannotMatch, matchingSources] = kinds;

/** Checks how the accounts of people are matched. Data of the priorities: `first`, the earlier mapping. */
export const matching: JobCheck = {
  kinds,
  *find({ mappings }) {
    for (const around of mappings) {
      const { mapping } = around;
      const matching = mapping.attributeMappings.filter(({ matchingPriority: number }) => (number?.value ?? 0) > 0);
      if (matching.length === 0 && mapping.isEnabled && mapsUsers(around)) yield none(around);
      yield* priorities(mapping.attributeMappings);
      for (const one of matching) {
        yield* unusable(one, around);
        yield* manySources(one);
      }
    }
  },
};

function none({ mapping: { name, node } }: ResolvedMapping): Problem {
  const message = 'No attribute mapping here has a matchingPriority above 0, so existing accounts are not found.';
  return problemOf(noMatching, name?.span ?? { start: node.offset, end: node.offset + 1 }, message);
}

function* priorities(attributes: readonly AttributeMapping[]): Generator<Problem> {
  const seen = new Map<number, Span>();
  for (const { matchingPriority: number } of attributes) {
    if (number === undefined || number.value === 0) continue;
    if (number.value < 0) yield problemOf(matchingPriority, number.span, 'A matching priority must be 0 or more.');
    const first = seen.get(number.value);
    if (first === undefined) seen.set(number.value, number.span);
    else {
      const message = `Another matching attribute already has priority ${number.value}, so their order is undefined.`;
      yield problemOf(matchingPriority, number.span, message, { first });
    }
  }
}

function* unusable(one: AttributeMapping, around: ResolvedMapping): Generator<Problem> {
  const { matchingPriority: number, target, source, expression } = one;
  if (number === undefined || target === undefined) return;
  const { text } = target;
  const attribute = attributeOf(around.target, text);
  const root = expression?.parsed.expression;
  const changing = root && changingCall(root);
  const reason =
    isEntra(around.targetDirectory) && /^extensionAttribute(?:[1-9]|1[0-5])$/i.test(text)
      ? `Entra cannot look for accounts by "${text}".`
      : attribute?.isMultivalued === true
        ? `"${text}" has several values, so it cannot be used for matching.`
        : source === undefined || source.type === 'Constant'
          ? 'All people get the same value here, so it cannot identify anyone.'
          : changing !== undefined
            ? `${changing.name} gives a different value each time, so it never matches anyone.`
            : root !== undefined && sourceNames(one).length === 0
              ? 'The value does not depend on a source attribute, so it cannot identify anyone.'
              : undefined;
  if (reason !== undefined) yield problemOf(cannotMatch, number.span, reason);
}

function* manySources({ matchingPriority: number, target, expression, source }: AttributeMapping): Generator<Problem> {
  const names = sourceNames({ expression, source });
  if (number === undefined || names.length < 2) return;
  const listed = names.map((name) => `[${name}]`).join(', ');
  const message = `The matching attribute "${target?.text ?? ''}" reads more than one source attribute: ${listed}. The service refuses such a schema.`;
  yield problemOf(matchingSources, number.span, message);
}
