/** Attribute types of RFC 7643, section 2.3. */
export type ScimType = 'string' | 'boolean' | 'integer' | 'decimal' | 'dateTime' | 'reference' | 'binary' | 'complex';

export interface AttributeDefinition {
  readonly name: string;
  readonly type: ScimType;
  readonly description: string;
  readonly multiValued?: true;
  /** Only the service provider sets it: sent values have no effect (RFC 7643, section 7). */
  readonly readOnly?: true;
  readonly subAttributes?: readonly AttributeDefinition[];
}

export interface SchemaDefinition {
  readonly urn: string;
  readonly name: string;
  /** In the order of RFC 7643, section 8.7.1, which is also the order of writing. */
  readonly attributes: readonly AttributeDefinition[];
  /** There may be more attributes than are known, so an unknown name is not an error. */
  readonly isPartial?: true;
}

/** The definition with this name, ignoring case as required by RFC 7643 (section 2.1). */
export function findAttribute(
  attributes: readonly AttributeDefinition[],
  name: string,
): AttributeDefinition | undefined {
  // Nearly every name is spelled as in the schema
  const same = attributes.find((attribute) => attribute.name === name);
  if (same !== undefined) return same;
  const lower = name.toLowerCase();
  return attributes.find((attribute) => attribute.name.toLowerCase() === lower);
}
