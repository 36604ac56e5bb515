import type { Expression } from '../../expression/syntax';
import type { AttributePath } from '../../scim/attributePath';
import type { AttributeDefinition, ScimType } from '../../scim/schema';
import type { Span } from '../../text/span';
import type { PathKeys } from './pathKey';
import type { Rule } from '../syntax/syntax';

/**
 * What happens to an attribute whose value is null: it is omitted, becomes JSON null or `""`, or the record is refused.
 */
export type EmptyPolicy = 'omit' | 'null' | 'blank' | 'error';

/** The `source` block with its defaults. The reader of the extract detects settings that are absent here. */
export interface SourceSettings {
  readonly files: readonly string[];
  readonly delimiter?: string;
  readonly quote?: string;
  readonly encoding?: string;
  /** The physical line of the header, from 1. */
  readonly header?: number;
  /** Texts that count as an empty cell, besides the empty text. */
  readonly empty: readonly string[];
  /** The columns that identify a record. Empty: those of `externalId`. */
  readonly key: readonly string[];
}

/** The target of a rule's value. It has no definition if it is an attribute of a custom schema. */
export interface Target {
  readonly path: AttributePath;
  readonly definition?: AttributeDefinition;
}

/** A rule with a resolved path. */
export interface ResolvedRule {
  readonly rule: Rule;
  readonly path: AttributePath;
  readonly keys: PathKeys;
  /** Absent for attributes of custom schemas and for unknown ones. */
  readonly definition?: AttributeDefinition;
  readonly type: ScimType;
  readonly expression: Expression;
  readonly empty: EmptyPolicy;
}

export interface MappingModel {
  readonly source: SourceSettings;
  readonly conditions: readonly Expression[];
  readonly rules: readonly ResolvedRule[];
}

/** A place in a mapping that names a column of the extract. */
export interface ColumnUse {
  readonly column: string;
  readonly span: Span;
}
