import type { Fix, ProblemToFix, QuickFix } from '../../shared/fixes/quickFix';
import type { MappingDocument } from '../document/mappingDocument';

/** A problem of a mapping that needs fixes. */
export interface MappingFixRequest extends ProblemToFix {
  readonly document: MappingDocument;
}

/** One way to fix a problem of a mapping. */
export interface MappingFix extends Fix {
  /** Whether to format the touched lines: for fixes that add, move or remove something. */
  readonly isStructural?: true;
}

/** A way to fix problems of mappings. To add one, add a file in this folder and a line in `table.ts`. */
export type MappingQuickFix = QuickFix<MappingFixRequest, MappingFix>;
