import { SCIM_MEDIA_TYPE } from '../../../core/scim/bulkRequest';
import type { ExportedRequest } from './exportedRequest';
import { addressOf } from './exportedRequest';

/** Maximum length of a text that is passed as an argument, in characters: Linux allows 128 KiB for one argument. */
const MAX_ARGUMENT = 30_000;

/**
 * A `curl` command for a POSIX shell that sends the text byte for byte. It reads the token from the variable `TOKEN`. A
 * text that is too long for an argument comes from a here-document, which adds a line break at the end if there is
 * none.
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

/** A shell changes nothing between single quotes. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function hereDocument(text: string): string {
  const lines = new Set(text.split('\n'));
  let end = 'REQUEST';
  while (lines.has(end)) end += '_';
  return `<<'${end}'\n${text}${text.endsWith('\n') ? '' : '\n'}${end}`;
}
