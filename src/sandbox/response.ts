import type { Answer, SandboxRequest, SandboxResponse } from './message';

/** Adds what every answer has: ids, and for a refusal Graph's error envelope. Never a header that lets a page read it. */
export function writeAnswer(answer: Answer, request: SandboxRequest, requestId: string, now: number): SandboxResponse {
  const clientRequestId = clientId(request) ?? requestId;
  const json =
    'code' in answer
      ? {
          error: {
            code: answer.code,
            message: answer.message,
            innerError: {
              date: new Date(now).toISOString().slice(0, 19),
              'request-id': requestId,
              'client-request-id': clientRequestId,
            },
          },
        }
      : answer.json;
  return {
    status: answer.status,
    headers: {
      ...answer.headers,
      'request-id': requestId,
      'client-request-id': clientRequestId,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...(json !== undefined && { 'Content-Type': 'application/json; charset=utf-8' }),
    },
    body: json === undefined ? '' : JSON.stringify(json),
  };
}

/** The caller's own id is echoed, unless it could not stand in a header. */
function clientId(request: SandboxRequest): string | undefined {
  const id = request.headers.get('client-request-id');
  return id !== undefined && /^[\x21-\x7e]{1,128}$/.test(id) ? id : undefined;
}
