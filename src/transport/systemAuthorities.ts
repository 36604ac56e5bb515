import * as tls from 'node:tls';

/**
 * Functions of newer versions of Node. Source: Node, tls: getCACertificates from 22.15, setDefaultCACertificates from
 * 22.19.
 */
interface NewerTls {
  readonly getCACertificates?: (type: 'default' | 'system') => readonly string[];
  readonly setDefaultCACertificates?: (certificates: readonly string[]) => void;
}

/**
 * Trusts the operating system's authorities in addition to those of Node and NODE_EXTRA_CA_CERTS, in the whole process,
 * including for signing in. Returns all of them, or `undefined` if Node does not support it: before version 22.15 only
 * NODE_EXTRA_CA_CERTS helps.
 */
export function useSystemAuthorities(): readonly string[] | undefined {
  const { getCACertificates, setDefaultCACertificates } = tls as NewerTls;
  if (getCACertificates === undefined) return undefined;
  const all = [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
  setDefaultCACertificates?.(all);
  return all;
}
