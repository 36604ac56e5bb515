import type { TenantEffects } from '../../connections/tenantEffects';
import type { TokenSource } from '../../tenant/signIn/tokenSource';

/**
 * The same effects with one source of tokens for each thing that is signed in to: what opens a connection again does not sign in
 * again, and nobody is asked twice.
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
