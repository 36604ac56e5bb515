import type { SignatureHelp } from 'vscode-languageserver-types';
import { signatureHelp } from '../mapping/signatureHelp';
import { expressionAt } from './expressionDocument';
import type { JobDocument } from './jobDocument';
import { placeAt } from './jobPlace';

/** The function whose argument the cursor is in, in an expression of a job. Never throws. */
export function signatureInJobSchema(document: JobDocument, offset: number): SignatureHelp | undefined {
  const place = placeAt(document, offset);
  const expression = place && expressionAt(document, place);
  return expression && signatureHelp(expression.mapping, expression.toMapping(offset));
}
