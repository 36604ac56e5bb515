import { SCIM_MEDIA_TYPE } from '../../../core/scim/bulkRequest';
import type { ExportedRequest } from './exportedRequest';
import { addressOf } from './exportedRequest';

/** Longest text that is an argument: Linux takes 128 KiB in one. */
const MAX_ARGUMENT = 30_000;

/**
 * A `curl` command for a POSIX shell that sends the text byte for byte; the token is read from the variable `TOKEN`. A text too
 * long for an argument comes from a here-document, which ends it with a line break if it has none.
 */
export function asCurl(request: ExportedRequest): string {
  const isShort = request.text.length <= MAX_ARGUMENT;
  const lines = [
    `curl --include --request POST ${quoted(addressOf(request))}`,
    '  --header "Authorization: Bearer $TOKEN"',
    `  --header ${quoted(`Content-Type: ${SCIM_MEDIA_TYPE}`)}`,
    isShort ? `  --data-raw ${quoted(request.text)}` : `  --data-binary @- ${hereDocument(request.text)}`,
  ];
  return `${lines.join(' \\\n')}\n`;
}

/** Between single quotes a shell changes nothing. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function hereDocument(text: string): string {
  const lines = new Set(text.split('\n'));
  let end = 'REQUEST';
  while (lines.has(end)) end += '_';
  return `<<'${end}'\n${text}${text.endsWith('\n') ? '' : '\n'}${end}`;
}
