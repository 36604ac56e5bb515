import { findAttribute } from '../../../core/scim/schema';
import { KNOWN_SCHEMAS } from '../../../core/scim/userSchema';
import { ours } from '../../shared/markdown';
import type { Offering } from './offer';
import { pathSection } from './pathSection';

/** `emails[|`: filters that select an element. */
export const filterTerms: Offering = function* ({ place, document: { text }, offset, span }) {
  if (place.kind !== 'statement') return;
  const section = pathSection(text, place.span, offset);
  if (section.kind !== 'filter') return;
  const name = /([\w$-]+)\[/.exec(section.before)?.[1] ?? '';
  const attribute = KNOWN_SCHEMAS.map((schema) => findAttribute(schema.attributes, name)).find(
    (found) => found !== undefined,
  );
  if (attribute?.multiValued !== true) return;
  const isClosed = text.charAt(span.end) === ']' || /^\s+and\s/i.test(text.slice(span.end, place.span.end));
  const given = section.before.toLowerCase();
  for (const [index, [term, documentation]] of TERMS.entries()) {
    if (given.includes(`${term.slice(0, term.indexOf(' '))} eq`)) continue;
    yield {
      label: term,
      kind: 'value',
      insert: isClosed ? term : `${term}]`,
      documentation: ours(documentation),
      rank: index,
      ...(index === 0 ? { isBest: true } : {}),
    };
  }
};

const TERMS = [
  [
    'type eq "work"',
    'The element of type `work`, the only one that Entra reads of `emails`, `phoneNumbers` and `addresses`.',
  ],
  ['primary eq true', 'The preferred element. RFC 7643: at most one element of a list is primary.'],
] as const;
