import type { Diagnostic } from 'vscode-languageserver-types';
import type { Span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { MappingDocument } from '../document/mappingDocument';

/** A problem that is to be mended. */
export interface FixRequest {
  readonly document: MappingDocument;
  readonly diagnostic: Diagnostic;
  readonly code: string;
  /** What the problem's finder knows of it; its shape is looked at before it is believed. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the problem is. */
  readonly span: Span;
}

/** One way to mend it. */
export interface Fix {
  readonly title: string;
  readonly edits?: readonly TextEdit[];
  /** The lines that it touches are formatted: for fixes that add, move or remove something. */
  readonly isStructural?: true;
  /** The only sensible one. */
  readonly isPreferred?: boolean;
  readonly command?: { readonly id: string; readonly arguments: readonly unknown[] };
}

/** A way to mend problems of some kinds. A new one is a file in this folder and a line in `table.ts`. */
export interface QuickFix {
  /** The codes of the problems that it is asked about. */
  readonly codes: readonly string[] | 'every';
  readonly fixes: (request: FixRequest) => Iterable<Fix>;
}
