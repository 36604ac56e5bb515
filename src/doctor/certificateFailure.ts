import type { TenantError } from '../tenant/errors';

/** Whether a call failed because of the certificate of who answered. */
export function isCertificateFailure({ code = '' }: TenantError): boolean {
  return /CERT|SELF_SIGNED|LEAF_SIGNATURE|ISSUER|PRX_TLS/.test(code);
}
