import type { AttributeDefinition, SchemaDefinition } from '../../scim/schema';
import { findAttribute } from '../../scim/schema';
import { KNOWN_SCHEMAS } from '../../scim/userSchema';
import type { PathSyntax, Word } from '../syntax/syntax';
import { filterNames } from './filterNames';

/** A name as written, and as RFC 7643 spells it; the two may be equal. */
export interface Spelling {
  readonly word: Word;
  readonly canonical: string;
}

/** The schema of RFC 7643 with this URN, ignoring case. */
export function knownSchema(urn: string): SchemaDefinition | undefined {
  const lower = urn.toLowerCase();
  return KNOWN_SCHEMAS.find((schema) => schema.urn.toLowerCase() === lower);
}

/**
 * Finds the names of a path that RFC 7643 defines, including those in its URN and filter, and the attributes that are
 * allowed inside the path.
 * @param around the attributes that are allowed here; `undefined` in a custom schema, which has no canonical spelling
 */
export function spellingsOf(
  path: PathSyntax,
  around: readonly AttributeDefinition[] | undefined,
): { readonly spellings: readonly Spelling[]; readonly inner: readonly AttributeDefinition[] | undefined } {
  const { urn, names, filter } = path;
  const spellings: Spelling[] = [];
  const schema = urn === undefined ? undefined : knownSchema(urn.text);
  if (urn !== undefined && schema !== undefined) spellings.push({ word: urn, canonical: schema.urn });
  let attributes = urn === undefined ? around : schema?.attributes;
  let filtered: AttributeDefinition | undefined;
  const spell = (word: Word, known: readonly AttributeDefinition[] | undefined) => {
    const definition = findAttribute(known ?? [], word.text);
    if (definition !== undefined) spellings.push({ word, canonical: definition.name });
    return definition;
  };
  for (const [place, name] of names.entries()) {
    const definition = spell(name, attributes);
    if (place === filter?.after) filtered = definition;
    attributes = definition?.subAttributes;
  }
  for (const name of filterNames(path)) spell(name, filtered?.subAttributes);
  return { spellings, inner: attributes };
}
