/** Attribute types of RFC 7643, section 2.3. */
export type ScimType = 'string' | 'boolean' | 'integer' | 'decimal' | 'dateTime' | 'reference' | 'binary' | 'complex';

export interface AttributeDefinition {
  readonly name: string;
  readonly type: ScimType;
  readonly description: string;
  readonly multiValued?: true;
  /** The service provider alone sets it: sent values do nothing (RFC 7643, section 7). */
  readonly readOnly?: true;
  readonly subAttributes?: readonly AttributeDefinition[];
}

export interface SchemaDefinition {
  readonly urn: string;
  readonly name: string;
  /** In the order of RFC 7643, section 8.7.1, which is the order in which they are written. */
  readonly attributes: readonly AttributeDefinition[];
  /** It may have more attributes than are known, so that another name is not wrong. */
  readonly isPartial?: true;
}

/** The definition of that name, ignoring case as RFC 7643 (section 2.1) has it. */
export function findAttribute(
  attributes: readonly AttributeDefinition[],
  name: string,
): AttributeDefinition | undefined {
  // Nearly every name is spelled as the schema spells it
  const same = attributes.find((attribute) => attribute.name === name);
  if (same !== undefined) return same;
  const lower = name.toLowerCase();
  return attributes.find((attribute) => attribute.name.toLowerCase() === lower);
}
