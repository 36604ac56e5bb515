import { completeJobSchema } from '../jobSchema/completeJobSchema';
import { diagnoseJobSchema } from '../jobSchema/diagnoseJobSchema';
import { hoverJobSchema } from '../jobSchema/hoverJobSchema';
import { openJobSchema } from '../jobSchema/jobDocument';
import { jobSymbols } from '../jobSchema/jobSymbols';
import { jobQuickFixes } from '../jobSchema/quickFixes/jobQuickFixes';
import { signatureInJobSchema } from '../jobSchema/signatureInJobSchema';
import type { JsonAnswers } from './jsonAnswers';

/** What can be told of the schema of a provisioning job. */
export function jobSchemaAnswers(text: string): JsonAnswers {
  const document = openJobSchema(text);
  return {
    kind: 'jobSchema',
    diagnose: (options) => diagnoseJobSchema(document, options),
    complete: (offset) => Promise.resolve(completeJobSchema(document, offset)),
    hover: (offset) => Promise.resolve(hoverJobSchema(document, offset)),
    signatureHelp: (offset) => signatureInJobSchema(document, offset),
    codeActions: (_range, diagnostics) => jobQuickFixes(document, diagnostics),
    resolveAction: (action) => action,
    symbols: () => jobSymbols(document),
  };
}
