import type { JsonValue } from '../core/json/jsonValue';
import type { SandboxAnswer, Page, SandboxRequest, SandboxResponse } from './message';

/** No header permits a page to read an answer. */
const SAFE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/**
 * Adds the parts that every answer has: ids, the time, and for a refusal Graph's error envelope.
 *
 * @param now milliseconds since 1970
 */
export function writeAnswer(
  answer: SandboxAnswer,
  request: SandboxRequest,
  requestId: string,
  now: number,
): SandboxResponse {
  if ('html' in answer) return writePage(answer);
  const clientRequestId = clientId(request) ?? requestId;
  const ids = { 'request-id': requestId, 'client-request-id': clientRequestId };
  const json: JsonValue | undefined =
    'code' in answer
      ? {
          error: {
            code: answer.code,
            message: answer.message,
            innerError: { date: new Date(now).toISOString().slice(0, 19), ...ids },
          },
        }
      : answer.json;
  return {
    status: answer.status,
    headers: {
      ...answer.headers,
      ...ids,
      ...SAFE,
      Date: new Date(now).toUTCString(),
      ...(json !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
    },
    body: json === undefined ? '' : JSON.stringify(json),
  };
}

function writePage({ status, html }: Page): SandboxResponse {
  return { status, headers: { ...SAFE, 'Content-Type': 'text/html; charset=utf-8' }, body: html };
}

/** The caller's own id, unless it is not valid in a header. */
function clientId(request: SandboxRequest): string | undefined {
  const id = request.headers.get('client-request-id');
  return id !== undefined && /^[\x21-\x7e]{1,128}$/.test(id) ? id : undefined;
}
