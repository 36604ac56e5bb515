import type { ParsedExpression } from '../expression/parser';
import type { JsonNode } from '../json/jsonNode';
import type { Span } from '../text/span';
import type { EmbeddedExpression } from './embeddedExpression';

// The content of a `synchronizationSchema` of Microsoft Graph that could be read. A member of the wrong type is absent
// here; `checkShapes` reports it.
// Source: Graph v1.0, synchronization resource types.

/** A string and its range, with its quotes. */
export interface SchemaText {
  readonly text: string;
  readonly span: Span;
}

/** The schema of a provisioning job. */
export interface JobSchema {
  readonly root: JsonNode | undefined;
  readonly id: SchemaText | undefined;
  readonly directories: readonly DirectoryDefinition[];
  readonly rules: readonly SynchronizationRule[];
}

export interface DirectoryDefinition {
  readonly node: JsonNode;
  readonly name: SchemaText | undefined;
  readonly objects: readonly ObjectDefinition[];
}

export interface ObjectDefinition {
  readonly node: JsonNode;
  readonly name: SchemaText | undefined;
  readonly attributes: readonly JobAttribute[];
  /** Whether the object has a list of attributes. Without it, its attributes are unknown. */
  readonly isListed: boolean;
}

export interface JobAttribute {
  readonly node: JsonNode;
  readonly name: SchemaText | undefined;
  /** `String`, `Integer`, `Reference`, `Binary`, `Boolean`, `DateTime`; any other type as written. */
  readonly type: string;
  readonly isMultivalued: boolean;
  readonly isRequired: boolean;
  readonly isAnchor: boolean;
  readonly mutability: string;
  readonly defaultValue: SchemaText | undefined;
}

export interface SynchronizationRule {
  readonly node: JsonNode;
  readonly name: SchemaText | undefined;
  readonly sourceDirectoryName: SchemaText | undefined;
  readonly targetDirectoryName: SchemaText | undefined;
  readonly objectMappings: readonly ObjectMapping[];
}

export interface ObjectMapping {
  readonly node: JsonNode;
  readonly name: SchemaText | undefined;
  readonly isEnabled: boolean;
  /** In lower case: `add`, `update`, `delete`. All three by default. */
  readonly flowTypes: readonly string[];
  readonly sourceObjectName: SchemaText | undefined;
  readonly targetObjectName: SchemaText | undefined;
  readonly groups: readonly FilterGroup[];
  readonly attributeMappings: readonly AttributeMapping[];
}

export interface AttributeMapping {
  readonly node: JsonNode;
  readonly target: SchemaText | undefined;
  readonly source: MappingSource | undefined;
  /** The text of the source, parsed as an expression. */
  readonly expression: MappingExpression | undefined;
  readonly defaultValue: SchemaText | undefined;
  readonly matchingPriority: PlacedNumber | undefined;
  readonly flowType: SchemaText | undefined;
}

export interface PlacedNumber {
  readonly value: number;
  readonly span: Span;
}

interface MappingExpression {
  readonly embedded: EmbeddedExpression;
  /** Its offsets count from the start of the expression. */
  readonly parsed: ParsedExpression;
}

/** A node of the tree that is stored with the expression. */
export interface MappingSource {
  readonly node: JsonNode;
  readonly type: 'Attribute' | 'Constant' | 'Function' | undefined;
  readonly name: SchemaText | undefined;
  readonly expressionNode: JsonNode | undefined;
  /** `undefined` if the node does not have a list of parameters. */
  readonly parameters: readonly SourceParameter[] | undefined;
}

export interface SourceParameter {
  readonly key: SchemaText | undefined;
  readonly value: MappingSource | undefined;
}

export interface FilterGroup {
  readonly node: JsonNode;
  readonly name: SchemaText | undefined;
  readonly clauses: readonly FilterClause[];
  /** The node of the list of clauses, if any. */
  readonly list: JsonNode | undefined;
}

export interface FilterClause {
  readonly node: JsonNode;
  readonly attribute: SchemaText | undefined;
  readonly operator: SchemaText | undefined;
  readonly values: readonly SchemaText[];
}
