import { isWanted, wanted } from '../shared/actionRequest';
import type { DocumentAnswers } from '../shared/documentAnswers';
import { fixActions } from '../shared/fixes/fixActions';
import { resolveFixAll } from '../shared/fixes/fixAll';
import { completeJobSchema } from './completeJobSchema';
import { diagnoseJobSchema } from './diagnoseJobSchema';
import { hoverJobSchema } from './hoverJobSchema';
import type { JobDocument } from './jobDocument';
import { jobSymbols } from './jobSymbols';
import { jobFixes } from './quickFixes/jobFixes';
import { signatureInJobSchema } from './signatureInJobSchema';

/** The editor features for the schema of a provisioning job. */
export function jobSchemaAnswers(document: JobDocument): DocumentAnswers {
  return {
    kind: 'jobSchema',
    diagnose: (options) => diagnoseJobSchema(document, options),
    codeActions: (request) =>
      isWanted('quickfix', request) ? wanted(fixActions(jobFixes(document), request.diagnostics), request) : [],
    resolveAction: (action) => resolveFixAll(jobFixes(document), action),
    complete: (offset) => completeJobSchema(document, offset),
    hover: (offset) => hoverJobSchema(document, offset),
    symbols: () => jobSymbols(document),
    signatureHelp: (offset) => signatureInJobSchema(document, offset),
  };
}
