import type { Transport, TransportRequest } from '../../../src/tenant/transport';

export interface Recorded extends TransportRequest {
  readonly url: string;
}

/** A transport that gives these answers in turn, an error where one is meant, and remembers what it was asked. */
export function answering(...answers: readonly (Response | Error)[]): {
  readonly transport: Transport;
  readonly calls: Recorded[];
} {
  const calls: Recorded[] = [];
  return {
    calls,
    transport: async (url, request) => {
      const answer = answers[calls.push({ url, ...request }) - 1];
      if (answer === undefined) throw new Error(`No answer was planned for call ${calls.length}.`);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

export function graphError(status: number, code: string, headers: Record<string, string> = {}): Response {
  return json(status, { error: { code, message: 'Said so.' } }, headers);
}
