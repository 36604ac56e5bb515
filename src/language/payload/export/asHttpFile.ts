import { SCIM_MEDIA_TYPE } from '../../../core/scim/bulkRequest';
import type { ExportedRequest } from './exportedRequest';
import { addressOf } from './exportedRequest';

/**
 * A request for the REST clients of editors (`.http`), which prompt for the token or take it from their environment.
 */
export function asHttpFile(request: ExportedRequest): string {
  return [
    `# @prompt token An access token of ${request.issuer ?? 'Microsoft Graph'}`,
    `POST ${addressOf(request)}`,
    'Authorization: Bearer {{token}}',
    `Content-Type: ${SCIM_MEDIA_TYPE}`,
    '',
    withoutVariables(request.text).trimEnd(),
    '',
  ].join('\n');
}

/**
 * Two opening braces begin a variable. JSON can have them only in strings, where the second can be written as an
 * escape.
 */
function withoutVariables(text: string): string {
  return text.replace(/\{(?=\{)/g, '\\u007b');
}
