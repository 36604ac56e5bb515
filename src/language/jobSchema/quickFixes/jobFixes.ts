import type { FixLanguage } from '../../shared/fixes/fixLanguage';
import type { JobDocument } from '../jobDocument';
import type { JobFixRequest } from './jobFix';
import { jobQuickFixTable } from './table';

/** Connects the quick fixes of job schemas to the engine. */
export function jobFixes(document: JobDocument): FixLanguage<JobFixRequest> {
  return {
    table: jobQuickFixTable,
    places: document.index,
    requestFor: (problem) => ({ ...problem, document }),
    editsOf: (_, edits) => edits,
    allOf: (code) => {
      const problems = document.loaded.problems.filter((problem) => problem.code === code);
      return { title: `Fix all ${problems.length} problems of this kind: ${code}`, problems };
    },
  };
}
