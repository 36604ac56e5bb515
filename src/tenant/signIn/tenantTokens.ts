import { isGuid } from '../endpoint';
import { SignInRefusedError } from '../errors';
import type { TokenSource } from './tokenSource';
import { tokenClaims } from './tokenClaims';

/**
 * Wraps a token source and refuses tokens of a tenant other than the connection's, as when a person signs in with the
 * wrong account. A tenant given by a domain name, or a token without the claim, cannot be checked.
 */
export function tenantTokens(tokens: TokenSource, tenantId: string): TokenSource {
  if (!isGuid(tenantId)) return tokens;
  return {
    async token(options) {
      const token = await tokens.token(options);
      const issuer = tokenClaims(token)?.tenantId;
      if (issuer === undefined || issuer === tenantId.toLowerCase()) return token;
      throw new SignInRefusedError(`The token is from tenant ${issuer}, but the connection is for ${tenantId}.`, {
        remedy: 'Nothing was read or sent. Sign in with an account of the connection’s tenant, or correct "tenantId".',
      });
    },
  };
}
