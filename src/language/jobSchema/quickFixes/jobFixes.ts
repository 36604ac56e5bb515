import type { FixLanguage } from '../../shared/fixes/fixLanguage';
import type { JobDocument } from '../jobDocument';
import type { JobFixRequest } from './jobFix';
import { jobQuickFixTable } from './table';

/** The quick fixes of a job schema, for the engine. */
export function jobFixes(document: JobDocument): FixLanguage<JobFixRequest> {
  return {
    table: jobQuickFixTable,
    places: document.index,
    requestFor: (problem) => ({ ...problem, document }),
    editsOf: (_, edits) => edits,
  };
}
