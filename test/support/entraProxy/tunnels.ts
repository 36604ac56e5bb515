import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { TLSSocket, createSecureContext } from 'node:tls';
import type { KeyedCertificate } from './certificates';
import { roleOf } from './hosts';
import type { Ledger, TunnelEntry } from './ledger';
import type { Switches } from './switches';

interface TunnelOptions {
  readonly ledger: Ledger;
  readonly switches: Switches;
  /** The certificate that a host shows now. */
  readonly certificateOf: (host: string) => KeyedCertificate;
  /** Gets the decrypted connections; `hosts` says which host each was opened to. */
  readonly services: Server;
  readonly hosts: WeakMap<object, string>;
  /** User and password that a tunnel must name when it is asked for them. */
  readonly password: string;
}

const ANSWERS = {
  opened: 'HTTP/1.1 200 Connection Established\r\n\r\n',
  refused:
    'HTTP/1.1 403 Forbidden\r\nX-Squid-Error: ERR_ACCESS_DENIED 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  'proxy authentication required':
    'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="Contoso"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  failed: 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
  dropped: 'HTTP/1.1 200 Connection Established\r\n\r\n',
} as const satisfies Record<Exclude<TunnelEntry['outcome'], 'ignored'>, string>;

/** Answers CONNECT: opens a tunnel to a host that is played here, in which it speaks TLS as that host, and refuses any other. */
export function acceptTunnel(request: IncomingMessage, socket: Duplex, head: Buffer, options: TunnelOptions): void {
  const target = request.url ?? '';
  const outcome = outcomeOf(target, request, options);
  const entry = options.ledger.add<TunnelEntry>({ kind: 'tunnel', target, outcome, bytes: 0 });
  // A client may leave at any time, above all one that does not trust the certificate
  socket.on('error', () => socket.destroy());
  if (outcome === 'ignored') return;
  if (outcome !== 'opened') {
    socket.end(ANSWERS[outcome]);
    if (outcome === 'dropped') socket.once('finish', () => socket.destroy());
    return;
  }
  socket.write(ANSWERS.opened);
  if (head.length > 0) socket.unshift(head);
  serveTls(socket, target.replace(/:443$/, ''), entry, options);
}

function outcomeOf(
  target: string,
  request: IncomingMessage,
  { switches, password }: TunnelOptions,
): TunnelEntry['outcome'] {
  const [, host = ''] = /^([^:]+):443$/.exec(target) ?? [];
  if (roleOf(host) === undefined || switches.tunnel === 'refuse') return 'refused';
  if (switches.tunnel === 'fail') return 'failed';
  if (switches.tunnel === 'drop') return 'dropped';
  if (switches.tunnel === 'ignore') return 'ignored';
  const named = `Basic ${Buffer.from(password).toString('base64')}`;
  const isMissing = switches.tunnel === 'ask for a password' && request.headers['proxy-authorization'] !== named;
  return isMissing ? 'proxy authentication required' : 'opened';
}

function serveTls(socket: Duplex, host: string, entry: TunnelEntry, options: TunnelOptions): void {
  const { key, certificate } = options.certificateOf(host);
  const secure = new TLSSocket(socket, {
    isServer: true,
    secureContext: createSecureContext({ key, cert: certificate }),
    ALPNProtocols: ['http/1.1'],
  });
  secure.on('error', () => secure.destroy());
  options.hosts.set(secure, host);
  options.services.emit('connection', secure);
  // After the server's own listeners: it reads past any that were there before
  secure.on('data', (chunk: Buffer) => (entry.bytes += chunk.length));
}
