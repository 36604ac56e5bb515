import type { Expression } from '../../expression/syntax';
import type { FilterTerm } from '../../scim/attributePath';
import type { Span } from '../../text/span';

/** The tree of a mapping file, as written. Every node knows its range in the text. */
export interface MappingTree {
  readonly statements: readonly Statement[];
}

export type Statement = SourceBlock | Where | SchemaBlock | Group | Rule;

/** `source csv { delimiter = ";" }` */
export interface SourceBlock {
  readonly kind: 'source';
  readonly keyword: Span;
  readonly sourceKind?: Word;
  readonly settings: readonly Setting[];
  readonly span: Span;
}

export interface Word {
  readonly text: string;
  readonly span: Span;
}

/** `empty = "NULL", "N/A"` */
export interface Setting {
  readonly name: Word;
  readonly values: readonly Literal[];
  readonly span: Span;
}

/** The value of a setting or a decorator. `word` is `true`, `null`, `DateTime`. */
export interface Literal {
  readonly kind: 'string' | 'integer' | 'word' | 'column';
  readonly text: string;
  readonly span: Span;
}

/** `where [WorkerType] <> "Contractor"` */
export interface Where {
  readonly kind: 'where';
  readonly keyword: Span;
  readonly condition?: Expression;
  readonly span: Span;
}

/** `schema urn:...:User { ... }` */
export interface SchemaBlock {
  readonly kind: 'schema';
  readonly keyword: Span;
  readonly urn: Word;
  readonly body: readonly (Group | Rule)[];
  readonly span: Span;
}

/** `addresses[type eq "work"] { ... }` */
export interface Group {
  readonly kind: 'group';
  readonly path: PathSyntax;
  readonly body: readonly (Group | Rule)[];
  readonly span: Span;
}

/** `title = [JobTitle]  @empty(null)` */
export interface Rule {
  readonly kind: 'rule';
  readonly path: PathSyntax;
  readonly expression?: Expression;
  readonly decorators: readonly Decorator[];
  readonly span: Span;
}

export interface Decorator {
  readonly name: Word;
  readonly values: readonly Literal[];
  readonly span: Span;
}

/** A SCIM attribute path as written; `names` are the dotted parts before and after the filter. */
export interface PathSyntax {
  readonly text: string;
  readonly span: Span;
  readonly urn?: Word;
  readonly names: readonly Word[];
  /** The filter follows the name with this index. */
  readonly filter?: { readonly after: number; readonly terms: readonly FilterTerm[]; readonly span: Span };
}
