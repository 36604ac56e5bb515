import type { SandboxOptions } from '../../../src/sandbox/sandbox';
import type { TenantCalls } from '../tenantCalls';

/** Something that the documentation says of the service, and the sandbox does. */
export interface Behaviour {
  readonly behaviour: string;
  /** The page that says so. */
  readonly reference: string;
  readonly options?: Partial<SandboxOptions>;
  readonly holds: (tenant: TenantCalls) => Promise<void>;
}
