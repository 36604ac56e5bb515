import type { Sandbox } from '../../../src/sandbox/sandbox';
import type { AccessTokens } from './login/accessTokens';
import type { CloudHosts } from './hosts';
import type { ServiceAnswer, ServiceRequest } from './serviceAnswer';
import type { Switches } from './switches';

export interface GraphOptions {
  readonly sandbox: Sandbox;
  readonly cloud: CloudHosts;
  readonly tokens: AccessTokens;
  readonly switches: Switches;
}

/**
 * Answers as Microsoft Graph by handing over to a sandbox of this process. A sandbox takes no token but its own, so a token of
 * the sign-in service is checked here (signature, audience, end) and exchanged for one of the sandbox with the same permissions.
 */
export function createGraphService(options: GraphOptions): (request: ServiceRequest) => Promise<ServiceAnswer> {
  const { sandbox, cloud, tokens, switches } = options;
  const exchanged = new Map<string, string>();
  return async (request) => {
    const now = Date.now() + switches.clockSkew;
    const given = /^bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (given === undefined) return unauthorized('Access token is empty.');
    const reading = tokens.read(given, `https://${request.host}`, now);
    if ('refusal' in reading) return unauthorized(reading.refusal);
    if (request.host !== cloud.graph) return unauthorized('The tenant is not in this cloud.');
    const own = exchanged.get(given) ?? sandbox.issueToken(reading.permissions);
    exchanged.set(given, own);
    return handOver(request, own, sandbox);
  };
}

async function handOver(request: ServiceRequest, token: string, sandbox: Sandbox): Promise<ServiceAnswer> {
  const { host, method, target, headers, body } = request;
  const answer = await sandbox.handle({
    method,
    target,
    headers: new Map([...headers, ['authorization', `Bearer ${token}`]]),
    body: piecesOf(body),
    authority: host,
  });
  if (answer.isLost === true) return 'lost';
  // The sandbox does not speak TLS: its links lead to the same host without it
  const secure = (text: string): string => text.replaceAll(`http://${host}/`, `https://${host}/`);
  return {
    status: answer.status,
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, secure(value)])),
    body: secure(answer.body),
  };
}

/** Source: Microsoft Graph, error responses. */
function unauthorized(message: string): ServiceAnswer {
  return { status: 401, json: { error: { code: 'InvalidAuthenticationToken', message } } };
}

async function* piecesOf(body: Buffer): AsyncGenerator<Uint8Array> {
  if (body.length > 0) yield body;
}
