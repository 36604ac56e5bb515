import type { Diagnostic } from 'vscode-languageserver-types';
import { anchorFindings } from '../../core/examine/anchorFindings';
import { reviewMapping } from '../../core/examine/reviewMapping';
import type { Problem } from '../../core/problems/problem';
import type { ProblemLevels } from '../../core/problems/problemLevels';
import type { DiagnosisOptions } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { MappingDocument } from './document/mappingDocument';

/**
 * The problems of a mapping as an editor shows them: those of its text, of the columns it reads, and what the values of its
 * extract do to its rules as far as that is known.
 */
export function diagnoseMapping(document: MappingDocument, options: DiagnosisOptions = {}): readonly Diagnostic[] {
  return problemDiagnostics(document.index, problemsOf(document, options.levels), options);
}

/** The same problems as values. */
export function problemsOf({ loaded, knowledge }: MappingDocument, levels: ProblemLevels = {}): readonly Problem[] {
  const values = anchorFindings(loaded, knowledge.extract?.values?.findings ?? []);
  return reviewMapping(loaded, { values, levels });
}
