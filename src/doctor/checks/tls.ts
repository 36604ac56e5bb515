import { clouds } from '../../tenant/clouds';
import type { Attempt } from '../attempt';
import { attempt } from '../attempt';
import { isCertificateFailure } from '../certificateFailure';
import type { Check } from '../check';
import type { Examination } from '../examination';
import { describeUnsent } from '../../tenant/network/describeFailure';
import type { NetworkFacts, TlsProbe } from '../../tenant/network/networkFacts';
import type { Finding } from '../report';
import { failed, ok, unknown } from '../report';
import { sayFailure } from '../sayFailure';

interface Probed {
  readonly host: string;
  readonly probe: Attempt<TlsProbe>;
}

/** Checks whether the server proves to be the service, and shows the issuer of its certificate. */
export const tls: Check = {
  id: 'tls',
  title: 'Encryption',
  isGate: true,
  isForSending: true,
  async find(examination) {
    const { cloud, effects } = examination;
    if (cloud === undefined) return ok('The sandbox is not encrypted: its data does not leave this machine.');
    const { network } = effects;
    if (network === undefined) return byGreeting(examination);
    const probed = await Promise.all(
      [clouds[cloud].graph, clouds[cloud].authority].map((origin) => probe(origin, network, effects.signal)),
    );
    return refusedCertificate(probed) ?? (await unseen(probed, examination)) ?? ok(sayIssuers(probed));
  },
};

async function probe(origin: string, network: NetworkFacts, signal: AbortSignal | undefined): Promise<Probed> {
  return { host: new URL(origin).host, probe: await attempt(network.probeTls(origin, signal), signal) };
}

/** If certificates cannot be inspected, an answered call shows that one was accepted. */
async function byGreeting(examination: Examination): Promise<Finding> {
  const greeting = await examination.greeting();
  if ('value' in greeting) return ok('The certificate of Microsoft Graph is accepted. Its issuer is unknown.');
  return failed(sayFailure(greeting.error), greeting.error.remedy);
}

function refusedCertificate(probed: readonly Probed[]): Finding | undefined {
  for (const { host, probe: attempted } of probed) {
    if ('error' in attempted && isCertificateFailure(attempted.error))
      return failed(`${host}: ${sayFailure(attempted.error)}`, attempted.error.remedy);
    if ('error' in attempted || attempted.value.authorised) continue;
    const { code = 'no code', certificate } = attempted.value;
    const issuer = certificate === undefined ? '' : ` It was issued by ${certificate.issuer}.`;
    return failed(
      `The certificate of ${host} is not accepted (${code}).${issuer}`,
      describeUnsent({ code }, undefined).remedy,
    );
  }
  return undefined;
}

/** The finding for a host whose certificate cannot be seen, perhaps because of a proxy; calls may still succeed. */
async function unseen(probed: readonly Probed[], examination: Examination): Promise<Finding | undefined> {
  const hidden = probed.find(({ probe: attempted }) => 'error' in attempted);
  if (hidden === undefined || !('error' in hidden.probe)) return undefined;
  const {
    host,
    probe: { error },
  } = hidden;
  const greeting = await examination.greeting();
  const message = `The certificate of ${host} could not be inspected. ${sayFailure(error)}`;
  return 'value' in greeting ? unknown(message, error.remedy) : failed(message, error.remedy);
}

/** The issuers of the certificates of Graph and sign-in. Any other issuer inspects the traffic. */
const PUBLIC_ISSUERS = /\b(?:DigiCert|Microsoft)\b/i;

function sayIssuers(probed: readonly Probed[]): string {
  const seen = probed.flatMap(({ host, probe: attempted }) =>
    'value' in attempted ? [{ host, issuer: attempted.value.certificate?.issuer ?? '' }] : [],
  );
  const own = seen.filter(({ issuer }) => issuer !== '' && !PUBLIC_ISSUERS.test(issuer));
  if (own.length === 0) {
    const issuers = [...new Set(seen.map(({ issuer }) => issuer))].filter((issuer) => issuer !== '');
    return `The certificates are accepted${issuers.length === 0 ? '' : ` (issued by ${issuers.join('; ')})`}.`;
  }
  const issuers = [...new Set(own.map(({ issuer }) => issuer))].join('; ');
  return `The certificates are accepted. They were issued by ${issuers}, not by an authority that Microsoft uses: a proxy inspects the traffic to ${own.map(({ host }) => host).join(' and ')}.`;
}
