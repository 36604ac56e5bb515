import { startSandbox } from '../../sandbox/startSandbox';
import type { Command } from '../command';
import { integer, UsageError } from '../command';
import { ExitCode } from '../exitCode';
import { sandboxConnection } from '../openTenant';
import { announceSandbox, withdrawSandbox } from '../runningSandboxes';
import { stateFolder } from '../stateFolder';
import { jsonLine } from '../terminal';

export const sandbox: Command = {
  name: 'sandbox',
  summary: 'Run a sandbox tenant on 127.0.0.1 until stopped.',
  usage: [
    'entra-inbound sandbox [--port P]',
    '',
    '--port P             the port (default: a free one)',
    '',
    'Prints one JSON line with "endpoint" (for bulkUpload), "graph" (in place of Graph\'s address), "token" (a bearer',
    'token, good for an hour) and "connection" (a file that --connection takes). Everything is kept in memory only.',
  ],
  options: { port: { type: 'string' } },
  takes: [0, 0],
  run: async (invocation) => {
    const { terminal } = invocation;
    const port = integer(invocation, 'port', 0, 65_535) ?? 0;
    const running = await startSandbox({
      port,
      onFault: (error) => void terminal.err(`The sandbox has a fault: ${String(error)}\n`),
    }).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EADDRINUSE' || code === 'EACCES')
        throw new UsageError(`Port ${port} cannot be had (${code}). Leave --port out to take a free one.`, {
          cause: error,
        });
      throw error;
    });
    const { endpoint, graph, token } = running;
    const connection = await announceSandbox(
      stateFolder(terminal.env),
      Number(new URL(graph).port),
      sandboxConnection(running),
    );
    try {
      await terminal.out(jsonLine({ endpoint, graph, token, connection }));
      await stopped(terminal.signal);
    } finally {
      await withdrawSandbox(connection);
      await running.close();
    }
    return ExitCode.ok;
  },
};

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
