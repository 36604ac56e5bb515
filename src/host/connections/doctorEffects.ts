import { workspace } from 'vscode';
import type { Connection } from '../../connections/connection';
import type { TenantConnectionFile } from '../../connections/tenantFile';
import type { DoctorEffects } from '../../doctor/examination';
import type { HostProxySettings } from '../../transport/hostNetworkFacts';
import { hostNetworkFacts } from '../../transport/hostNetworkFacts';
import type { ConnectionStore } from './connectionStore';
import { secretOrThrow } from './needsSecret';

/** The effects of checking a connection in a window. */
export function doctorEffects(store: ConnectionStore, { id }: Connection, signal: AbortSignal): DoctorEffects {
  return {
    wallClock: Date.now,
    network: hostNetworkFacts(proxySettings(), process.env),
    certificateEnd: (file) => (id === undefined ? Promise.resolve(undefined) : certificateEnd(file, id, store)),
    signal,
  };
}

async function certificateEnd(
  file: TenantConnectionFile,
  id: string,
  { secrets }: ConnectionStore,
): Promise<number | undefined> {
  if (file.signIn.kind !== 'clientCertificate') return undefined;
  const [{ openCertificate }, { readSignInFile }] = await Promise.all([
    import('../../signIn/certificate/openCertificate'),
    import('../../signIn/readSignInFile'),
  ]);
  const opened = await openCertificate(file.signIn, {
    // Signing in, which reads the same file, warns of who else may read it
    readFile: async (path, purpose) => (await readSignInFile(path, purpose)).bytes,
    secretOf: async (_place, purpose) => secretOrThrow(await secrets.find({ id, file }, purpose), purpose, file),
  });
  return opened.validTo;
}

function proxySettings(): HostProxySettings {
  const http = workspace.getConfiguration('http');
  return {
    proxy: http.get<string>('proxy') ?? '',
    noProxy: http.get<readonly string[]>('noProxy') ?? [],
    support: http.get<string>('proxySupport') ?? '',
  };
}
