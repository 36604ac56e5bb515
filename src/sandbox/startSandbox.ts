import { randomBytes } from 'node:crypto';
import { systemSandboxClock } from './clock';
import type { Sandbox, SandboxOptions } from './sandbox';
import { createSandbox } from './sandbox';
import { listen } from './sandboxServer';

export interface StartOptions extends Partial<SandboxOptions> {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Told of the sandbox's own errors. */
  readonly onFault?: (error: unknown) => void;
}

/** A sandbox that answers on 127.0.0.1, and all that a client needs to know of it. */
export interface RunningSandbox {
  /** The full bulkUpload address, as an administrator would copy it from the portal. */
  readonly endpoint: string;
  /** The origin that stands for Graph's: `http://127.0.0.1:port`. */
  readonly graph: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token that is good for an hour from the start. */
  readonly token: string;
  readonly tenantId: string;
  readonly jobId: string;
  readonly servicePrincipalId: string;
  readonly sandbox: Sandbox;
  /** Stops answering and forgets everything. */
  close(): Promise<void>;
}

/** A sandbox that nobody can reach: for trying something on an empty directory. */
export function emptySandbox(): Sandbox {
  return createSandbox({ clock: systemSandboxClock, random: randomBytes });
}

/** Starts a sandbox. Rejects when the port cannot be had. */
export async function startSandbox(options: StartOptions = {}): Promise<RunningSandbox> {
  const sandbox = createSandbox({ clock: systemSandboxClock, random: randomBytes, ...options });
  const server = await listen(sandbox, options.port, options.onFault);
  const graph = `http://${server.authority}`;
  const { tenantId, jobId, servicePrincipalId, clientId, clientSecret } = sandbox;
  return {
    endpoint: `${graph}/v1.0/servicePrincipals/${servicePrincipalId}/synchronization/jobs/${jobId}/bulkUpload`,
    graph,
    tokenEndpoint: `${graph}/${tenantId}/oauth2/v2.0/token`,
    clientId,
    clientSecret,
    token: sandbox.issueToken(),
    tenantId,
    jobId,
    servicePrincipalId,
    sandbox,
    close: async () => {
      await server.close();
      sandbox.dispose();
    },
  };
}
