/** What a value of a schema must be. `isNullable`: null means the same as a missing member. */
export type Shape = TextShape | PlainShape | ListShape | ObjectShape;

export interface TextShape {
  readonly kind: 'string';
  readonly isNullable?: true;
  /** The only allowed texts. */
  readonly values?: readonly string[];
  /** Several of the values, separated by commas. */
  readonly isFlags?: true;
  /** Case does not matter, because schemas contain both spellings. */
  readonly isAnyCase?: true;
}

export interface PlainShape {
  readonly kind: 'boolean' | 'integer' | 'any';
  readonly isNullable?: true;
}

interface ListShape {
  readonly kind: 'list';
  readonly of: Shape;
  readonly isNullable?: true;
}

/** An object of one of the kinds that {@link ShapeName} names; members that are not in its table are ignored. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly name: ShapeName;
  readonly isNullable?: true;
}

export type ShapeName =
  | 'synchronizationSchema'
  | 'synchronizationRule'
  | 'objectMapping'
  | 'attributeMapping'
  | 'attributeMappingSource'
  | 'sourceParameter'
  | 'filter'
  | 'filterGroup'
  | 'filterClause'
  | 'filterOperand'
  | 'directoryDefinition'
  | 'objectDefinition'
  | 'attributeDefinition'
  | 'referencedObject'
  | 'metadataEntry';

export interface MemberShape {
  readonly shape: Shape;
  /** The object is unusable without it. */
  readonly isNeeded?: true;
  /** One or two sentences on what it means. */
  readonly documentation: string;
}
