import type { TenantError } from '../tenant/errors';

/** Whether a call failed because of the server's certificate. */
export function isCertificateFailure({ code = '' }: TenantError): boolean {
  return /CERT|SELF_SIGNED|LEAF_SIGNATURE|ISSUER|PRX_TLS/.test(code);
}
