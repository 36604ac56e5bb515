import type { PeerCertificate as NodeCertificate, TLSSocket } from 'node:tls';
import type { PeerCertificate, TlsProbe } from '../tenant/network/networkFacts';

/**
 * Waits for the handshake of a connection that verifies certificates, reads the presented certificate, and closes the
 * connection. A refused certificate is a result; any other failure rejects.
 */
export async function shakeHands(socket: TLSSocket): Promise<Omit<TlsProbe, 'way'>> {
  let certificate: PeerCertificate | undefined;
  // A proxy agent may already have completed the handshake
  if (socket.authorized) return ended(socket);
  // Runs before Node's own listener, which closes the connection if the certificate is not accepted
  socket.prependOnceListener('secure', () => (certificate = read(socket.getPeerCertificate())));
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once('secureConnect', resolve);
      socket.once('error', reject);
      socket.once('close', () =>
        reject(Object.assign(new Error('The handshake was interrupted.'), { code: 'ECONNRESET' })),
      );
    });
    return { authorised: true, ...(certificate && { certificate }) };
  } catch (error) {
    if (certificate === undefined || !(error instanceof Error)) throw error;
    const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    return { authorised: false, ...(code !== undefined && { code }), certificate };
  } finally {
    socket.destroy();
  }
}

function ended(socket: TLSSocket): Omit<TlsProbe, 'way'> {
  const certificate = read(socket.getPeerCertificate());
  socket.destroy();
  return { authorised: true, ...(certificate && { certificate }) };
}

function read({ subject, issuer, valid_from, valid_to }: NodeCertificate): PeerCertificate | undefined {
  // Node returns an empty object if there is no certificate
  if ((subject as unknown) === undefined) return undefined;
  const organisation = text(issuer.O);
  const name = text(issuer.CN);
  return {
    subject: text(subject.CN),
    issuer: [name, organisation].filter((part, index, all) => part !== '' && all.indexOf(part) === index).join(', '),
    validFrom: moment(valid_from),
    validUntil: moment(valid_to),
  };
}

/** A component of a distinguished name, which may be missing or repeated. */
function text(part: string | readonly string[] | undefined): string {
  return typeof part === 'string' ? part : (part?.join(', ') ?? '');
}

function moment(written: string): string {
  const date = new Date(written);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
