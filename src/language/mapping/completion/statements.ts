import { ENTERPRISE_USER_URN } from '../../../core/scim/urns';
import { KEYWORD_MEANINGS } from '../document/mappingWords';
import { words, ours } from '../../shared/markdown';
import type { Offering } from './offer';
import { pathSection } from './pathSection';
import { SCHEMA_SKELETON } from './schemaUrns';

/** `|`: the statements other than rules. */
export const statements: Offering = function* ({ place, document: { text, loaded }, span, offset }) {
  if (place.kind !== 'statement' || place.blocks.length > 0) return;
  if (pathSection(text, place.span, offset).kind !== 'name') return;
  // If the line already has text, only the word itself is missing
  const isBegun = /^[ \t]*[^\s#]/.test(text.slice(span.end, span.end + 200));
  const tree = loaded.parsed.tree.statements;
  if (isBegun) {
    for (const word of ['source', 'where', 'schema']) yield { label: word, kind: 'keyword', insert: word, rank: 40 };
    return;
  }
  if (!tree.some((statement) => statement.kind === 'source')) {
    yield {
      label: 'source csv {}',
      kind: 'keyword',
      insert: 'source csv {\n\tfiles = "${1:*.csv}"\n}$0',
      isSnippet: true,
      documentation: ours(KEYWORD_MEANINGS.source),
      rank: 40,
    };
  }
  yield {
    label: 'where',
    kind: 'keyword',
    insert: 'where ',
    asksOn: true,
    documentation: ours(KEYWORD_MEANINGS.where),
    rank: 40,
  };
  const hasEnterprise = tree.some(
    (statement) =>
      statement.kind === 'schema' && statement.urn.text.toLowerCase() === ENTERPRISE_USER_URN.toLowerCase(),
  );
  yield {
    label: `schema ${ENTERPRISE_USER_URN} {}`,
    kind: 'keyword',
    insert: `schema ${ENTERPRISE_USER_URN} {\n\t$0\n}`,
    isSnippet: true,
    asksOn: true,
    filter: `schema enterprise ${ENTERPRISE_USER_URN}`,
    ...(hasEnterprise ? { note: 'already has a block' } : {}),
    documentation: words`Attributes of the Enterprise User (RFC 7643, section 4.3): department, manager, cost centre.`,
    rank: hasEnterprise ? 45 : 40,
  };
  yield {
    label: 'schema {}',
    kind: 'keyword',
    insert: `schema ${SCHEMA_SKELETON} {\n\t$0\n}`,
    isSnippet: true,
    documentation: words`Attributes of a custom schema, which the job must have, too.`,
    rank: 40,
  };
};
