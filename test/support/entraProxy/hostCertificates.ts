import type { KeyedCertificate } from './certificates';
import { createAuthority, selfSigned } from './certificates';
import { roleOf } from './hosts';
import type { CertificateFault, Switches } from './switches';

/** The certificates that hosts show. */
interface HostCertificates {
  /** The certificate of the authority that a client must trust, in PEM. */
  readonly authority: string;
  /** What a host shows now, as the switches say. */
  readonly of: (host: string) => KeyedCertificate;
}

const YEAR = 365 * 86_400_000;

/** Certificates are made when a host first shows them. */
export function createCertificates(switches: Switches): HostCertificates {
  const authority = createAuthority('Entra proxy of the tests');
  const made = new Map<string, KeyedCertificate>();
  const make: Readonly<Record<CertificateFault | 'good', (host: string) => KeyedCertificate>> = {
    good: (host) => authority.issue(host),
    'self-signed': (host) => selfSigned(host),
    expired: (host) =>
      authority.issue(host, { from: new Date(Date.now() - YEAR), to: new Date(Date.now() - 86_400_000) }),
    'wrong host': () => authority.issue('portal.contoso.example'),
    'unknown authority': (host) => createAuthority('Contoso TLS inspection').issue(host),
  };
  return {
    authority: authority.certificate,
    of(host) {
      const { fault, of = roleOf(host) } = switches.certificate ?? {};
      const kind = fault !== undefined && of === roleOf(host) ? fault : 'good';
      const name = `${kind} ${host}`;
      const certificate = made.get(name) ?? make[kind](host);
      made.set(name, certificate);
      return certificate;
    },
  };
}
