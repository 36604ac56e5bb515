import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import type { AttributeDefinition, SchemaDefinition } from '../../scim/schema';
import { findAttribute } from '../../scim/schema';
import { KNOWN_SCHEMAS, USER_SCHEMA } from '../../scim/userSchema';
import { filterNames } from '../model/filterNames';
import type { MappingCheck } from './mappingCheck';
import type { Group, Rule, Word } from '../syntax/syntax';

const kind = problemKind({
  code: 'mapping.attribute-case',
  severity: 'information',
  title: 'Attribute in another case',
  explanation:
    'Names of attributes and schemas match ignoring case, and are sent as RFC 7643 writes them. The mapping is right, and easier to search when it has the same spelling.',
  remedy: 'Take the spelling that is offered; formatting the file does it too.',
  authority: 'RFC 7643',
  example: { wrong: 'displayname = [FullName]', right: 'displayName = [FullName]' },
});

/** Names that are not spelled as the schema spells them. Data: `replacement`, the text to put there. */
export const attributeCase: MappingCheck = {
  kinds: [kind],
  *ofMapping({ parsed }) {
    for (const statement of parsed.tree.statements) {
      if (statement.kind === 'schema') {
        const schema = schemaOf(statement.urn.text);
        if (schema !== undefined) yield* spelling(statement.urn, schema.urn);
        yield* inBody(statement.body, schema?.attributes);
      } else if (statement.kind === 'rule' || statement.kind === 'group')
        yield* inBody([statement], USER_SCHEMA.attributes);
    }
  },
};

function schemaOf(urn: string): SchemaDefinition | undefined {
  const lower = urn.toLowerCase();
  return KNOWN_SCHEMAS.find((schema) => schema.urn.toLowerCase() === lower);
}

/** @param around the attributes that can stand here; `undefined` in a custom schema, which has no spelling to compare */
function* inBody(
  body: readonly (Group | Rule)[],
  around: readonly AttributeDefinition[] | undefined,
): Generator<Problem> {
  for (const member of body) {
    const { urn, names } = member.path;
    const schema = urn === undefined ? undefined : schemaOf(urn.text);
    if (urn !== undefined && schema !== undefined) yield* spelling(urn, schema.urn);
    let attributes = urn === undefined ? around : schema?.attributes;
    let filtered: AttributeDefinition | undefined;
    for (const [place, name] of names.entries()) {
      const definition = attributes === undefined ? undefined : findAttribute(attributes, name.text);
      if (definition !== undefined) yield* spelling(name, definition.name);
      if (place === member.path.filter?.after) filtered = definition;
      attributes = definition?.subAttributes;
    }
    for (const name of filterNames(member.path)) {
      const definition = findAttribute(filtered?.subAttributes ?? [], name.text);
      if (definition !== undefined) yield* spelling(name, definition.name);
    }
    if (member.kind === 'group') yield* inBody(member.body, attributes);
  }
}

function* spelling(word: Word, canonical: string): Generator<Problem> {
  if (word.text === canonical) return;
  yield problemOf(kind, word.span, `RFC 7643 spells it "${canonical}".`, { replacement: canonical });
}
