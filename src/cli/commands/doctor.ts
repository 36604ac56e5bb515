import type { TenantConnectionFile } from '../../connections/tenantFile';
import { examineConnection } from '../../doctor/examineConnection';
import { reportJson } from '../../doctor/reportJson';
import { reportText } from '../../doctor/reportText';
import { printable } from '../../core/text/printable';
import type { Command } from '../command';
import { choice, needed } from '../command';
import { lookUpConnection } from '../openConnection';
import { ExitCode } from '../terminal/exitCode';
import { signInSecrets } from '../signInEffects';
import type { Terminal } from '../terminal/terminal';
import { jsonLine, messageLine } from '../terminal/terminal';

export const doctor: Command = {
  name: 'doctor',
  summary: 'Check a connection from end to end and show what is missing. Sends nothing.',
  usage: [
    'entra-inbound doctor --connection C',
    '',
    '--connection C       "sandbox" for the running sandbox, otherwise one is started for this command;',
    '                     the name of a connection, or the path of a connection file (a name wins; ./FILE is a path)',
    '--format json        one object: "ready" (to send) and "checks", each {id, state, message, remedy};',
    '                     the state is "ok", "warning", "failed" or "unknown"',
    '',
    'Checks address, proxy, certificates, clock, sign-in, permissions, the job, its attribute mapping and the log. For each',
    'missing permission it prints how to grant it. It never tries an upload. The report contains no secret and no name of a',
    'person, so it can be sent to an administrator. Exit code 0 if it is ready to send, 3 if not.',
  ],
  options: { connection: { type: 'string' } },
  takes: [0, 0],
  run: async (invocation) => {
    const { terminal } = invocation;
    const json = choice(invocation, 'format', ['text', 'json'], 'text') === 'json';
    const say = (text: string): Promise<void> => terminal.err(messageLine(text, json));
    const connection = await lookUpConnection(needed(invocation, 'connection'), terminal, say);
    const { envNetworkFacts } = await import('../../transport/envNetworkFacts');
    const network = envNetworkFacts(terminal.env);
    const report = await examineConnection(connection, {
      wallClock: Date.now,
      network,
      certificateEnd: (file) => certificateEnd(file, terminal),
      signal: terminal.signal,
    });
    await terminal.out(
      json
        ? jsonLine(reportJson(report))
        : reportText(report)
            .map((line) => `${printable(line)}\n`)
            .join(''),
    );
    return report.ready ? ExitCode.ok : ExitCode.service;
  },
};

async function certificateEnd({ signIn }: TenantConnectionFile, { env }: Terminal): Promise<number | undefined> {
  if (signIn.kind !== 'clientCertificate') return undefined;
  const { openCertificate } = await import('../../signIn/certificate/openCertificate');
  // Warnings are not repeated here, because signing in reads the same files
  return (
    await openCertificate(
      signIn,
      signInSecrets(env, () => Promise.resolve()),
    )
  ).validTo;
}
