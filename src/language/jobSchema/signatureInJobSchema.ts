import type { SignatureHelp } from 'vscode-languageserver-types';
import { signatureHelp } from '../mapping/signatureHelp';
import { expressionAt } from './expressionDocument';
import type { JobDocument } from './jobDocument';
import { placeAt } from './jobPlace';

/** Signature help inside an expression of a job: the function whose argument contains the cursor. Never throws. */
export function signatureInJobSchema(document: JobDocument, offset: number): SignatureHelp | undefined {
  const place = placeAt(document, offset);
  const expression = place && expressionAt(document, place);
  return expression && signatureHelp(expression.mapping, expression.toMapping(offset));
}
