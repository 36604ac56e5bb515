import type { Diagnostic } from 'vscode-languageserver-types';
import type { ResolvedMapping } from '../../../core/jobSchema/jobCheck';
import type { AttributeMapping } from '../../../core/jobSchema/jobSchema';
import { spanOf } from '../../../core/json/jsonNode';
import type { Span } from '../../../core/text/span';
import type { TextEdit } from '../../../core/text/textEdit';
import type { JobDocument } from '../jobDocument';

/** A problem of a job schema that is to be mended. */
export interface JobFixRequest {
  readonly document: JobDocument;
  readonly diagnostic: Diagnostic;
  readonly code: string;
  /** What the problem's finder knows of it; its shape is looked at before it is believed. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Where the problem is. */
  readonly span: Span;
}

/** One way to mend it. */
export interface JobEdit {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The only sensible one. */
  readonly isPreferred?: boolean;
}

/** A way to mend problems of some kinds. A new one is a file in this folder and a line in `table.ts`. */
export interface JobFix {
  readonly codes: readonly string[] | 'every';
  readonly fixes: (request: JobFixRequest) => Iterable<JobEdit>;
}

export interface PlacedMapping {
  readonly around: ResolvedMapping;
  readonly attribute: AttributeMapping | undefined;
}

/** The mapping that a problem lies in, and the attribute mapping, if it lies in one. */
export function mappingOf({ document, span }: JobFixRequest): PlacedMapping | undefined {
  const isIn = (node: AttributeMapping['node']) => spanOf(node).start <= span.start && span.end <= spanOf(node).end;
  const around = document.loaded.mappings.find(({ mapping }) => isIn(mapping.node));
  return around && { around, attribute: around.mapping.attributeMappings.find(({ node }) => isIn(node)) };
}
