import type { TenantEffects } from '../connections/tenantEffects';
import { systemClock } from '../tenant/clock';
import type { Terminal } from './terminal/terminal';

/** The effects for calling a Microsoft Entra tenant from this process. Libraries are loaded at first use. */
export function tenantEffects(env: Terminal['env'], say: (text: string) => Promise<void>): TenantEffects {
  return {
    clock: systemClock,
    openTransport: async () => (await import('../transport/envTransport')).envTransport(env),
    openTokens: async (file, transport) => {
      const [{ openTokens }, { signInEffects }] = await Promise.all([
        import('../signIn/openTokens'),
        import('./signInEffects'),
      ]);
      return openTokens(file, signInEffects(env, say, transport));
    },
  };
}
