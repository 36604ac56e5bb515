import { SINGLE_QUOTES } from '../../../core/import/powershell/quotes';
import { SCIM_MEDIA_TYPE } from '../../../core/scim/bulkRequest';
import type { ExportedRequest } from './exportedRequest';
import { addressOf } from './exportedRequest';

/**
 * A script for Windows PowerShell 5.1 and PowerShell 7. It reads the token from the environment variable `TOKEN`.
 * Characters beyond ASCII are written as JSON escapes, because 5.1 reads a script without a byte order mark in the
 * machine's code page. The body is sent as bytes, because 5.1 sends strings in Latin-1.
 */
export function asPowerShell(request: ExportedRequest): string {
  return [
    `$body = ${quoted(inAscii(request.text))}`,
    'Invoke-RestMethod -Method Post `',
    `  -Uri ${quoted(addressOf(request))} \``,
    '  -Headers @{ Authorization = "Bearer $env:TOKEN" } `',
    `  -ContentType ${quoted(SCIM_MEDIA_TYPE)} \``,
    '  -Body ([System.Text.Encoding]::UTF8.GetBytes($body))',
    '',
  ].join('\n');
}

const ANY_SINGLE_QUOTE = new RegExp(`[${SINGLE_QUOTES}]`, 'g');

/** Between single quotes, PowerShell changes only doubled single quotes. Source: about_Quoting_Rules. */
function quoted(text: string): string {
  return `'${text.replace(ANY_SINGLE_QUOTE, '$&$&')}'`;
}

function inAscii(text: string): string {
  return text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
