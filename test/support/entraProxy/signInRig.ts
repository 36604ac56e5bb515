import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SignIn } from '../../../src/connections/file/signIn';
import type { TenantConnectionFile } from '../../../src/connections/tenantFile';
import { openTokens } from '../../../src/signIn/openTokens';
import type { DeviceCode, SignInEffects } from '../../../src/signIn/signInEffects';
import { systemClock } from '../../../src/tenant/clock';
import type { TokenSource } from '../../../src/tenant/signIn/tokenSource';
import type { OpenedTransport, TransportRequest } from '../../../src/tenant/transport';
import { envProxies } from '../../../src/transport/envProxies';
import { undiciTransport } from '../../../src/transport/undiciTransport';
import type { EntraProxy } from './entraProxy';

/** The tenant that the proxy plays, from the side of a client of this process. */
export interface SignInRig {
  readonly transport: OpenedTransport['transport'];
  /** What was sent, to see that nothing went anywhere else. */
  readonly sent: TransportRequest[];
  /** What people were shown: codes to enter, pages to open. */
  readonly codes: DeviceCode[];
  readonly pages: string[];
  readonly warnings: string[];
  /** Tokens of a connection that signs in like this. */
  tokens(signIn: SignIn, file?: Partial<TenantConnectionFile>): TokenSource;
  /** What happens to a page that is opened in the browser; the person signs in unless said otherwise. */
  browse: (url: string) => Promise<void>;
  close(): Promise<void>;
}

/** Signs in through a proxy with the product's own transport. `HR_SECRET` is the one secret that is there, `secret` its value. */
export function signInRig(proxy: EntraProxy, { secret = proxy.registration.secret, url = proxy.url } = {}): SignInRig {
  const proxies = envProxies({ HTTPS_PROXY: url });
  const opened = undiciTransport({ proxies, authorities: [readFileSync(proxy.files.authority, 'utf8')] });
  const { servicePrincipalId, jobId } = proxy.sandbox.application;
  const rig: SignInRig = {
    sent: [],
    codes: [],
    pages: [],
    warnings: [],
    transport: (address, request) => {
      rig.sent.push(request);
      return opened.transport(address, request);
    },
    tokens: (signIn, file) => openTokens({ ...whole, signIn, ...file }, effects),
    browse: async (page) => {
      const { headers } = await opened.transport(page, { method: 'GET', headers: {}, redirect: 'manual' });
      await (await fetch(headers.get('location') ?? '')).text();
    },
    close: () => opened.close(),
  };
  const whole: Omit<TenantConnectionFile, 'signIn'> = {
    kind: 'tenant',
    name: 'Contoso',
    cloud: 'global',
    tenantId: proxy.registration.tenantId,
    servicePrincipalId,
    jobId,
    production: false,
  };
  const effects: SignInEffects = {
    clock: systemClock,
    transport: rig.transport,
    secretOf: async (place) => ('env' in place ? secret : (await readFile(place.file, 'utf8')).trim()),
    readFile: (path) => readFile(path),
    warn: (message) => void rig.warnings.push(message),
    onDeviceCode: (given) => void rig.codes.push(given),
    openBrowser: async (page) => {
      rig.pages.push(page);
      await rig.browse(page);
    },
  };
  return rig;
}
