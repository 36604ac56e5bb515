import type { Diagnostic } from 'vscode-languageserver-types';
import { anchorFindings } from '../../core/examine/anchorFindings';
import { reviewProblems } from '../../core/examine/reviewProblems';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import type { MappingDocument } from './document/mappingDocument';
import type { ProblemPlaces } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';

/** How the problems are to be shown. */
export interface DiagnosisOptions extends Omit<ProblemPlaces, 'positionAt'> {
  /** How much problems matter, by their codes. */
  readonly levels?: ProblemLevels;
}

/**
 * The problems of a mapping as an editor shows them: those of its text, of the columns it reads, and what the values of its
 * extract do to its rules as far as that is known.
 */
export function diagnoseMapping(document: MappingDocument, options: DiagnosisOptions = {}): readonly Diagnostic[] {
  const { loaded, knowledge, index } = document;
  const { levels = {}, ...places } = options;
  const values = anchorFindings(loaded, knowledge.extract?.values?.findings ?? []);
  const problems = reviewProblems(loaded, { values, levels });
  return problemDiagnostics(problems, { ...places, positionAt: (offset) => index.positionAt(offset) });
}
