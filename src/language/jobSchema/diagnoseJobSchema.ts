import type { Diagnostic } from 'vscode-languageserver-types';
import { isBlockingInJob } from '../../core/jobSchema/jobProblemKinds';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import { applyLevels } from '../../core/problems/problemLevels';
import type { ProblemPlaces } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { JobDocument } from './jobDocument';

/** How the problems are to be shown. */
export interface JobDiagnosisOptions extends Omit<ProblemPlaces, 'positionAt'> {
  /** How much problems matter, by their codes. */
  readonly levels?: ProblemLevels;
}

/** The problems of a job schema as an editor shows them. */
export function diagnoseJobSchema(
  { loaded, index }: JobDocument,
  { levels = {}, ...options }: JobDiagnosisOptions = {},
): readonly Diagnostic[] {
  const problems = applyLevels(loaded.problems, levels, isBlockingInJob);
  return problemDiagnostics(problems, { ...options, positionAt: (offset) => index.positionAt(offset) });
}
