import { attributeFacts } from '../../../core/scim/attributeFacts';
import { parsePath } from '../../../core/mapping/syntax/parsePath';
import { resolvePath } from '../../../core/mapping/model/resolveRules';
import { findAttribute } from '../../../core/scim/schema';
import { KNOWN_SCHEMAS } from '../../../core/scim/userSchema';
import { documentAttribute } from './documentation';
import { isMapped } from './mappedPaths';
import type { Offering } from './offer';
import { isFollowedBy } from './offer';
import { pathSection } from './pathSection';
import { surroundings } from './ruleTarget';

/** `emails[type eq "work"].|`: the members of an element. */
export const subAttributes: Offering = function* (request) {
  const { place, document, offset } = request;
  if (place.kind !== 'statement') return;
  const section = pathSection(document.text, place.span, offset);
  if (section.kind !== 'sub' || !section.before.endsWith('.')) return;
  const { outer, urn } = surroundings(place.blocks);
  const name = /([\w$-]+)\[/.exec(section.before)?.[1] ?? '';
  const attribute = KNOWN_SCHEMAS.map((schema) => findAttribute(schema.attributes, name)).find(
    (found) => found !== undefined,
  );
  const isBegun = isFollowedBy(request, '={');
  for (const sub of attribute?.subAttributes ?? []) {
    const whole = section.before + sub.name;
    const { path } = parsePath(whole, { start: 0, end: whole.length });
    const target = resolvePath([...outer, path], urn).target;
    const isInFilter = target?.path.filter?.some((term) => term.attribute.toLowerCase() === sub.name.toLowerCase());
    if (target === undefined || isInFilter === true || sub.readOnly === true) continue;
    const hasRule = isMapped(request, target.path);
    yield {
      label: sub.name,
      kind: 'attribute',
      insert: isBegun ? sub.name : `${sub.name} = `,
      ...(isBegun ? {} : { asksOn: true }),
      detail: sub.type,
      ...(hasRule ? { note: 'already mapped' } : {}),
      documentation: documentAttribute(target.path, sub, attributeFacts(target.path)),
      rank: hasRule ? 90 : 10,
    };
  }
};
