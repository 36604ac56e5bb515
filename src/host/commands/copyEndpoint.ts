import { env } from 'vscode';
import type { RunningSandbox } from '../../sandbox/startSandbox';
import { tokenCommands } from '../../language/payload/export/tokenCommand';
import { commandIds } from '../contributions';
import { defineCommand } from './command';
import { runningSandbox } from './runningSandbox';
import { flavourOfRow } from './treeArgument';
import { choose } from '../messages/questions';
import { named, say } from '../messages/say';

type Write = (running: RunningSandbox, endpoint: string) => string;

interface Form {
  readonly label: string;
  readonly detail: string;
  readonly write: Write;
}

const forms: Readonly<Record<'endpoint' | 'graph' | 'curl' | 'powershell', Form>> = {
  endpoint: {
    label: 'Endpoint',
    detail: 'The bulkUpload address of the job',
    write: (_running, endpoint) => endpoint,
  },
  graph: {
    label: 'Address',
    detail: 'Replaces https://graph.microsoft.com',
    write: ({ graph }) => graph,
  },
  curl: {
    label: 'Token for curl',
    detail: 'A command for a POSIX shell that gets a token into $TOKEN',
    write: (running) => tokenCommands.posix(running),
  },
  powershell: {
    label: 'Token for PowerShell',
    detail: 'A command that gets a token into $env:TOKEN',
    write: (running) => tokenCommands.powershell(running),
  },
};

/** Copies what another client needs to call the sandbox tenant. A second argument is the form; the first may be a job of the tree. */
export const copyEndpoint = defineCommand(commandIds.copyEndpoint, async (services, args) => {
  const running = runningSandbox(services);
  const flavour = flavourOfRow(args);
  const application = flavour === undefined ? running.sandbox.application : running.sandbox.applications[flavour];
  const form =
    formOf(args[1]) ??
    (flavour === undefined
      ? await choose(Object.values(forms), { title: services.titles.of(commandIds.copyEndpoint) })
      : forms.endpoint);
  await env.clipboard.writeText(form.write(running, running.endpointOf(application)));
  void services.notices.inform(say`Copied: ${named(form.label)}. Valid until the sandbox tenant stops.`);
});

function formOf(name: unknown): Form | undefined {
  return typeof name === 'string' && Object.hasOwn(forms, name) ? forms[name as keyof typeof forms] : undefined;
}
