import { Uri, env, workspace } from 'vscode';
import type { SecretPurpose } from '../../connections/file/secretOf';
import type { TenantEffects } from '../../connections/tenantEffects';
import type { TenantConnectionFile } from '../../connections/tenantFile';
import { systemClock } from '../../tenant/clock';
import { NotSentError } from '../../tenant/errors';
import type { HostNetwork } from '../../transport/hostFetchTransport';

/** What signing in takes of a window. */
export interface WindowSignIn {
  /** A secret of the connection: from the editor's secret storage, wherever the command line would find it. */
  readonly secretOf: (file: TenantConnectionFile, purpose: SecretPurpose) => Promise<string>;
  /** Told what the user should know of a file with a secret. */
  readonly warn: (message: string) => void;
}

/** What calling a tenant of Microsoft Entra takes of the extension host. The libraries are loaded with the first use. */
export function tenantEffects({ secretOf, warn }: WindowSignIn): TenantEffects {
  return {
    clock: systemClock,
    openTransport: async () => (await import('../../transport/hostFetchTransport')).hostFetchTransport(hostNetwork()),
    openTokens: async (file, transport) =>
      (await import('../../signIn/openTokens')).openTokens(file, {
        clock: systemClock,
        transport,
        secretOf: (_place, purpose) => secretOf(file, purpose),
        readFile: (path, purpose) => readFile(path, purpose, warn),
        onDeviceCode: () => {
          throw new NotSentError('The editor cannot show a device code yet.', {
            remedy: 'Nothing was sent. Choose another way to sign in.',
          });
        },
        openBrowser: async (url) => {
          await env.openExternal(Uri.parse(url));
        },
      }),
  };
}

async function readFile(path: string, purpose: string, warn: WindowSignIn['warn']): Promise<Uint8Array> {
  const { readSignInFile } = await import('../../signIn/readSignInFile');
  const { bytes, isReadableByOthers } = await readSignInFile(path, purpose);
  if (isReadableByOthers) warn(`Other users of this machine may read ${path}. Let its owner alone read it: chmod 600.`);
  return bytes;
}

/** How the editor calls now. */
function hostNetwork(): HostNetwork {
  const http = workspace.getConfiguration('http');
  return {
    NODE_TLS_REJECT_UNAUTHORIZED: process.env.NODE_TLS_REJECT_UNAUTHORIZED,
    proxyStrictSSL: http.get<boolean>('proxyStrictSSL'),
    electronFetch: http.get<boolean>('electronFetch') ?? false,
  };
}
