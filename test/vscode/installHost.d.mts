import type { Host } from './codeServer.mjs';

/** The test host, installed now if it was not yet. @throws {Error} on a machine other than Linux x64 */
export function installHost(): Promise<Host>;
