import type { AttributeFacts } from '../../../core/scim/attributeFacts';
import { attributeFacts } from '../../../core/scim/attributeFacts';
import type { AttributePath } from '../../../core/scim/attributePath';
import { formatAttributePath } from '../../../core/scim/attributePath';
import type { AttributeDefinition } from '../../../core/scim/schema';
import { findAttribute } from '../../../core/scim/schema';
import { CORE_USER_URN } from '../../../core/scim/urns';
import { ENTERPRISE_USER_SCHEMA, KNOWN_SCHEMAS, USER_SCHEMA } from '../../../core/scim/userSchema';
import { documentAttribute } from './documentation';
import { isMapped } from './mappedPaths';
import type { CompletionRequest, Offer, Offering } from './offer';
import { isFollowedBy } from './offer';
import { pathSection } from './pathSection';
import { surroundings } from './ruleTarget';

const WORK = [{ attribute: 'type', value: 'work' }];
/** Attributes that every record needs in order to be sent. */
const FIRST = new Set(['externalId', 'userName', 'active']);
/** Attributes for which sent values have no effect. Source: the check of attributes without effect. */
const WITHOUT_EFFECT = new Set(['password', 'groups']);

/** `|`: attributes with which a rule or group can begin here, those that already have a rule last. */
export const attributePaths: Offering = function* (request) {
  const { place, document } = request;
  if (place.kind !== 'statement' || place.blocks.at(-1)?.kind === 'source') return;
  if (pathSection(document.text, place.span, request.offset).kind !== 'name') return;
  const { outer, urn } = surroundings(place.blocks);
  const schema =
    urn === undefined ? USER_SCHEMA : KNOWN_SCHEMAS.find((known) => known.urn.toLowerCase() === urn.text.toLowerCase());
  if (schema === undefined) return;
  const prefix = schema.urn === CORE_USER_URN ? {} : { urn: schema.urn };
  const [group] = outer;
  if (group === undefined) {
    for (const attribute of schema.attributes) yield* offerAttribute(request, attribute, prefix);
    if (urn === undefined) {
      const whole = { urn: ENTERPRISE_USER_SCHEMA.urn };
      for (const attribute of ENTERPRISE_USER_SCHEMA.attributes) yield* offerAttribute(request, attribute, whole, true);
    }
  } else if (outer.length === 1) {
    const attribute = findAttribute(schema.attributes, group.names[0]?.text ?? '');
    if (attribute === undefined || group.names.length > 1) return;
    const terms = group.filter?.terms;
    const path = { ...prefix, attribute: attribute.name, ...(terms === undefined ? {} : { filter: terms }) };
    for (const sub of attribute.subAttributes ?? []) {
      const isInFilter = terms?.some((term) => term.attribute.toLowerCase() === sub.name.toLowerCase()) === true;
      if (sub.readOnly !== true && !isInFilter) yield offerRule(request, { ...path, sub: sub.name }, sub, sub.name);
    }
  }
};

/** Offers an attribute, each of its members as a separate rule, and a group. */
function* offerAttribute(
  request: CompletionRequest,
  attribute: AttributeDefinition,
  prefix: Pick<AttributePath, 'urn'>,
  isWhole = false,
): Generator<Offer> {
  if (WITHOUT_EFFECT.has(attribute.name) || attribute.readOnly === true) return;
  const element = { attribute: attribute.name, ...(attribute.multiValued === true ? { filter: WORK } : {}) };
  const path = { ...prefix, ...element };
  const written = (part: AttributePath) => formatAttributePath(isWhole ? { ...prefix, ...part } : part);
  if (attribute.subAttributes === undefined) {
    yield offerRule(request, path, attribute, written(element));
    return;
  }
  const members = attribute.subAttributes.filter(
    ({ name, readOnly }) => readOnly !== true && !(attribute.multiValued === true && name === 'type'),
  );
  if (!isWhole) yield offerGroup(request, path, attribute, members);
  for (const sub of members)
    yield offerRule(request, { ...path, sub: sub.name }, sub, written({ ...element, sub: sub.name }));
}

function offerRule(
  request: CompletionRequest,
  path: AttributePath,
  definition: AttributeDefinition,
  label: string,
): Offer {
  const isBegun = isFollowedBy(request, '={');
  const hasRule = isMapped(request, path);
  const facts = attributeFacts(path);
  return {
    label,
    kind: 'attribute',
    insert: isBegun ? label : `${label} = `,
    ...(isBegun ? {} : { asksOn: true }),
    ...filterOf(path, label),
    detail: definition.type,
    ...noteOf(hasRule, facts),
    documentation: documentAttribute(path, definition, facts),
    rank: rankOf(path, hasRule, facts),
  };
}

function offerGroup(
  request: CompletionRequest,
  path: AttributePath,
  attribute: AttributeDefinition,
  members: readonly AttributeDefinition[],
): Offer {
  const { urn: _, ...own } = path;
  const label = formatAttributePath(own);
  const isBegun = isFollowedBy(request, '={');
  const hasRules = members.every((sub) => isMapped(request, { ...path, sub: sub.name }));
  const facts = attributeFacts(path);
  return {
    label: `${label} {}`,
    kind: 'block',
    insert: isBegun ? label : `${label} {\n\t$0\n}`,
    ...(isBegun ? {} : { isSnippet: true, asksOn: true }),
    ...filterOf(path, label),
    detail: 'group',
    ...noteOf(hasRules, undefined),
    documentation: documentAttribute(path, attribute, facts),
    rank: rankOf(path, hasRules, facts),
  };
}

/** A path that begins with a schema can also be found by its name alone. */
function filterOf({ urn }: AttributePath, label: string): Pick<Offer, 'filter'> {
  if (urn === undefined || !label.startsWith(urn)) return { filter: label };
  return { filter: `${label.slice(urn.length + 1)} ${label}` };
}

function noteOf(hasRule: boolean, facts: AttributeFacts | undefined): Pick<Offer, 'note'> {
  if (hasRule) return { note: 'already mapped' };
  const [target] = facts?.entra ?? [];
  return target === undefined ? {} : { note: `Entra: ${target}` };
}

function rankOf({ urn, attribute }: AttributePath, hasRule: boolean, facts: AttributeFacts | undefined): number {
  if (hasRule) return 90;
  if (urn === undefined && FIRST.has(attribute)) return 0;
  return facts !== undefined && facts.entra.length > 0 ? 20 : 30;
}
