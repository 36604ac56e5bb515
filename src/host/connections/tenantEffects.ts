import { workspace } from 'vscode';
import type { SecretPurpose } from '../../connections/file/secretOf';
import type { TenantEffects } from '../../connections/tenantEffects';
import type { TenantConnectionFile } from '../../connections/tenantFile';
import { systemClock } from '../../tenant/clock';
import { NotSentError } from '../../tenant/errors';
import type { TokenSource } from '../../tenant/signIn/tokenSource';
import { named, say } from '../messages/say';
import type { Notices } from '../messages/notices';
import { signInByPerson } from './signInByPerson';
import type { HostNetwork } from '../../transport/hostFetchTransport';

/** The effects of signing in that a window provides. */
export interface WindowSignIn {
  /** A secret of the connection: from the editor's secret storage, in place of the sources of the command line. */
  readonly secretOf: (file: TenantConnectionFile, purpose: SecretPurpose) => Promise<string>;
  /** Where a person sees a code, and what is known about a file with a secret. */
  readonly notices: Notices;
}

/** The effects of calling a tenant of Microsoft Entra in the extension host. The libraries are loaded on first use. */
export function tenantEffects({ secretOf, notices }: WindowSignIn): TenantEffects {
  return {
    clock: systemClock,
    openTransport: async () => (await import('../../transport/hostFetchTransport')).hostFetchTransport(hostNetwork()),
    openTokens: (file, transport) =>
      Promise.resolve(
        onlyTrusted(async () =>
          (await import('../../signIn/openTokens')).openTokens(file, {
            clock: systemClock,
            transport,
            secretOf: (_place, purpose) => secretOf(file, purpose),
            readFile: (path, purpose) => readFile(path, purpose, notices),
            ...signInByPerson(notices),
          }),
        ),
      ),
  };
}

/** Refuses every token in an untrusted workspace, also for views that read the log. */
function onlyTrusted(open: () => Promise<TokenSource>): TokenSource {
  let opening: Promise<TokenSource> | undefined;
  return {
    token: async (options) => {
      if (!workspace.isTrusted)
        throw new NotSentError('Nobody is signed in from a workspace that is not trusted.', {
          remedy: 'Trust the workspace, then try again: the command "Workspaces: Manage Workspace Trust".',
        });
      opening ??= open();
      return (await opening).token(options);
    },
  };
}

async function readFile(path: string, purpose: string, notices: Notices): Promise<Uint8Array> {
  const { readSignInFile } = await import('../../signIn/readSignInFile');
  const { bytes, isReadableByOthers } = await readSignInFile(path, purpose);
  // The platform writes its own token, which expires soon
  if (isReadableByOthers && purpose !== 'token of the workload identity')
    void notices.warn(
      say`Other users of this machine may read ${named(path)}. Let its owner alone read it: chmod 600.`,
    );
  return bytes;
}

/** How the editor currently makes calls. */
function hostNetwork(): HostNetwork {
  const http = workspace.getConfiguration('http');
  return {
    NODE_TLS_REJECT_UNAUTHORIZED: process.env.NODE_TLS_REJECT_UNAUTHORIZED,
    proxyStrictSSL: http.get<boolean>('proxyStrictSSL'),
    electronFetch: http.get<boolean>('electronFetch') ?? false,
  };
}
