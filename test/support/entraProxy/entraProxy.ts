import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemSandboxClock } from '../../../src/sandbox/clock';
import type { Sandbox, SandboxOptions } from '../../../src/sandbox/sandbox';
import { createSandbox } from '../../../src/sandbox/sandbox';
import { createCertificates } from './hostCertificates';
import { createGraphService } from './graphService';
import type { CloudName } from './hosts';
import { clouds, roleOf } from './hosts';
import type { RequestEntry } from './ledger';
import { Ledger } from './ledger';
import type { Holder } from './login/accessTokens';
import { createAccessTokens } from './login/accessTokens';
import { createLoginService, grantedBy } from './login/loginService';
import type { Registration } from './login/registration';
import { createRegistration } from './login/registration';
import { serveRequest } from './services';
import type { SignInFiles } from './signInFiles';
import { writeSignInFiles } from './signInFiles';
import type { Switches } from './switches';
import { calmSwitches } from './switches';
import { acceptTunnel } from './tunnels';

export interface EntraProxyOptions {
  /** The cloud that the tenant is in; the global one unless said otherwise. */
  readonly cloud?: CloudName;
  readonly sandbox?: Partial<SandboxOptions>;
}

/** A proxy that plays Microsoft's sign-in service and Microsoft Graph for one tenant. */
export interface EntraProxy {
  /** All that a child process needs in order to reach the tenant through the proxy. */
  readonly env: Readonly<Record<string, string>>;
  readonly ledger: Ledger;
  /** `http://127.0.0.1:port`: for VS Code's `http.proxy`. */
  readonly url: string;
  /** User and password that the proxy takes while it asks for them, as `user:password`. */
  readonly password: string;
  readonly switches: Switches;
  /** Puts every switch back. */
  calm(): void;
  readonly registration: Registration;
  readonly files: SignInFiles;
  readonly sandbox: Sandbox;
  /** The provisioning API endpoint of the tenant's job, as the portal shows it. */
  readonly endpoint: string;
  /**
   * A token as the sign-in service gives it: for a stand-in of a program that gets one in a way of its own.
   * @param permissions those that the switches leave, unless others are named
   */
  issueToken(holder?: Holder, permissions?: readonly string[]): string;
  /** The same for the application, in a form that nobody but the service can read. */
  issueOpaqueToken(): string;
  close(): Promise<void>;
}

/** Starts a proxy on a free port of 127.0.0.1, with an authority, a tenant and an application of its own. */
export async function startEntraProxy(options: EntraProxyOptions = {}): Promise<EntraProxy> {
  const cloud = clouds[options.cloud ?? 'global'];
  const sandbox = createSandbox({ clock: systemSandboxClock, random: randomBytes, ...options.sandbox });
  const registration = createRegistration(sandbox.tenantId, sandbox.clientId);
  const tokens = createAccessTokens(registration);
  const [ledger, switches] = [new Ledger(), calmSwitches()];
  const certificates = createCertificates(switches);
  const folder = mkdtempSync(join(tmpdir(), 'entra-proxy-'));
  const files = writeSignInFiles(folder, certificates.authority, registration);
  const password = `contoso:${randomBytes(8).toString('hex')}`;
  const service = { cloud, tokens, switches };
  const answers = {
    login: createLoginService({ ...service, registration }),
    graph: createGraphService({ ...service, sandbox }),
  };
  const hosts = new WeakMap<object, string>();
  const services = createServer((message, response) => {
    const host = hosts.get(message.socket) ?? '';
    const role = roleOf(host) ?? 'login';
    const isForToken = role === 'login' && /\/token(?:\?|$)/.test(message.url ?? '');
    const instead = role === 'graph' ? switches.instead : isForToken ? switches.insteadOfToken : undefined;
    if (instead !== undefined) {
      instead(message, response);
      return;
    }
    const answer = answers[role];
    serveRequest(message, response, { ledger, switches, host, answer }).catch(() => message.socket.destroy());
  });
  const proxy = createProxy(ledger);
  proxy.on('connect', (request, socket, head) =>
    acceptTunnel(request, socket, head, {
      ledger,
      switches,
      certificateOf: certificates.of,
      services,
      hosts,
      password,
    }),
  );
  const tunnels = new Set<{ destroy(): void }>();
  proxy.on('connection', (socket) => {
    tunnels.add(socket);
    socket.once('close', () => tunnels.delete(socket));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const { servicePrincipalId, jobId } = sandbox.application;
  const issueToken = (holder: Holder = 'application', permissions = grantedBy(switches)): string =>
    tokens.issue({ ...timesBy(switches), holder, audience: `https://${cloud.graph}`, permissions });
  return {
    env: environment(url, files),
    ledger,
    url,
    password,
    switches,
    calm: () => void Object.assign(switches, calmSwitches()),
    registration,
    files,
    sandbox,
    endpoint: `https://${cloud.graph}/v1.0/servicePrincipals/${servicePrincipalId}/synchronization/jobs/${jobId}/bulkUpload`,
    issueToken,
    issueOpaqueToken: () => tokens.conceal(issueToken()),
    close: async () => {
      const closed = new Promise((resolve) => proxy.close(resolve));
      for (const socket of tunnels) socket.destroy();
      await closed;
      sandbox.dispose();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Each variable in both spellings: one that this process has by chance must not win over the other. */
function environment(url: string, { authority }: SignInFiles): Readonly<Record<string, string>> {
  return { HTTPS_PROXY: url, https_proxy: url, NO_PROXY: '', no_proxy: '', NODE_EXTRA_CA_CERTS: authority };
}

function timesBy(switches: Switches): { readonly now: number; readonly lifetime: number } {
  return { now: Date.now() + switches.clockSkew, lifetime: switches.tokenLifetime };
}

/** The proxy's own door. A request outside of a tunnel is refused and listed: nothing that matters may come unencrypted. */
function createProxy(ledger: Ledger): Server {
  return createServer((message, response) => {
    const { method = '', url: path = '', headers } = message;
    const asked = URL.canParse(path) ? new URL(path) : undefined;
    ledger.add<RequestEntry>({
      kind: 'request',
      way: 'plain',
      host: asked?.host ?? headers.host ?? '',
      method,
      path: asked === undefined ? path : asked.pathname + asked.search,
      bodyBytes: Number(headers['content-length'] ?? 0),
      hasToken: headers.authorization !== undefined,
      status: 403,
    });
    message.resume();
    response.writeHead(403).end();
  });
}
