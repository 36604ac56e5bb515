import type { Diagnostic } from 'vscode-languageserver-types';
import { anchorFindings } from '../../core/examine/anchorFindings';
import { reviewMapping } from '../../core/examine/reviewMapping';
import type { DiagnosisOptions } from '../shared/problemDiagnostics';
import { problemDiagnostics } from '../shared/problemDiagnostics';
import type { MappingDocument } from './document/mappingDocument';

/**
 * The problems of a mapping as an editor shows them: those of its text, of the columns it reads, and what the values of its
 * extract do to its rules as far as that is known.
 */
export function diagnoseMapping(document: MappingDocument, options: DiagnosisOptions = {}): readonly Diagnostic[] {
  const { loaded, knowledge, index } = document;
  const values = anchorFindings(loaded, knowledge.extract?.values?.findings ?? []);
  const problems = reviewMapping(loaded, { values, levels: options.levels ?? {} });
  return problemDiagnostics(index, problems, options);
}
