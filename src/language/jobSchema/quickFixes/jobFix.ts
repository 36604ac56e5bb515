import type { ResolvedMapping } from '../../../core/jobSchema/jobCheck';
import type { AttributeMapping } from '../../../core/jobSchema/jobSchema';
import { spanOf } from '../../../core/json/jsonNode';
import type { ProblemToFix, QuickFix } from '../../shared/fixes/quickFix';
import type { JobDocument } from '../jobDocument';

/** A problem of a job schema that needs fixes. */
export interface JobFixRequest extends ProblemToFix {
  readonly document: JobDocument;
}

/** A way to fix problems of job schemas. To add one, add a file in this folder and a line in `table.ts`. */
export type JobQuickFix = QuickFix<JobFixRequest>;

export interface PlacedMapping {
  readonly around: ResolvedMapping;
  readonly attribute: AttributeMapping | undefined;
}

/** The mapping that contains a problem, and the attribute mapping if the problem is in one. */
export function mappingOf({ document, span }: JobFixRequest): PlacedMapping | undefined {
  const isIn = (node: AttributeMapping['node']) => spanOf(node).start <= span.start && span.end <= spanOf(node).end;
  const around = document.loaded.mappings.find(({ mapping }) => isIn(mapping.node));
  return around && { around, attribute: around.mapping.attributeMappings.find(({ node }) => isIn(node)) };
}
