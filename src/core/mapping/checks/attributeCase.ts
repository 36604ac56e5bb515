import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { AttributeDefinition } from '../../scim/schema';
import { USER_SCHEMA } from '../../scim/userSchema';
import type { Spelling } from '../model/canonicalSpelling';
import { knownSchema, spellingsOf } from '../model/canonicalSpelling';
import type { MappingCheck } from './mappingCheck';
import type { Group, Rule } from '../syntax/syntax';

const kind = problemKind({
  code: 'mapping.attribute-case',
  severity: 'information',
  title: 'Attribute with different capitalisation',
  explanation:
    'Names of attributes and schemas match ignoring case, and are sent as RFC 7643 writes them. The mapping works, but is easier to search with the same spelling.',
  remedy: 'Use the suggested spelling, or format the file.',
  authority: 'RFC 7643',
  example: { wrong: 'displayname = [FullName]', right: 'displayName = [FullName]' },
});

/** Names whose case differs from that in the schema. Data: `replacement`, the correct text. */
export const attributeCase: MappingCheck = {
  kinds: [kind],
  *ofMapping({ parsed }) {
    for (const statement of parsed.tree.statements) {
      if (statement.kind === 'schema') {
        const schema = knownSchema(statement.urn.text);
        if (schema !== undefined) yield* misspelling({ word: statement.urn, canonical: schema.urn });
        yield* inBody(statement.body, schema?.attributes);
      } else if (statement.kind === 'rule' || statement.kind === 'group')
        yield* inBody([statement], USER_SCHEMA.attributes);
    }
  },
};

/** @param around the attributes that are allowed here; `undefined` in a custom schema */
function* inBody(
  body: readonly (Group | Rule)[],
  around: readonly AttributeDefinition[] | undefined,
): Generator<Problem> {
  for (const member of body) {
    const { spellings, inner } = spellingsOf(member.path, around);
    for (const spelling of spellings) yield* misspelling(spelling);
    if (member.kind === 'group') yield* inBody(member.body, inner);
  }
}

function* misspelling({ word, canonical }: Spelling): Generator<Problem> {
  if (word.text === canonical) return;
  yield problemOf(kind, word.span, `RFC 7643 spells it "${canonical}".`, { replacement: canonical });
}
