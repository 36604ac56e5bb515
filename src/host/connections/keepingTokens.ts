import type { TenantEffects } from '../../connections/tenantEffects';
import type { TokenSource } from '../../tenant/signIn/tokenSource';

/**
 * The same effects with one source of tokens per sign-in: opening a connection again does not sign in again, and the user is not asked
 * twice.
 */
export function keepingTokens(effects: TenantEffects): TenantEffects {
  const sources = new Map<string, Promise<TokenSource>>();
  return {
    ...effects,
    openTokens(file, transport) {
      const { cloud, tenantId, signIn } = file;
      const as = JSON.stringify({ cloud, tenantId, signIn });
      const source = sources.get(as) ?? effects.openTokens(file, transport);
      sources.set(as, source);
      return source;
    },
  };
}
