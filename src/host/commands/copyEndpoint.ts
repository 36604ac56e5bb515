import { CancellationError, env, window } from 'vscode';
import type { RunningSandbox } from '../../sandbox/startSandbox';
import { tokenCommands } from '../../language/payload/export/tokenCommand';
import { commandIds } from '../contributions';
import { defineCommand } from './command';
import { runningSandbox } from './runningSandbox';
import { flavourOfRow } from './treeArgument';

type Write = (running: RunningSandbox, endpoint: string) => string;

const forms: Readonly<Record<string, { readonly label: string; readonly detail: string; readonly write: Write }>> = {
  endpoint: {
    label: 'Endpoint',
    detail: 'The bulkUpload address of the job',
    write: (_running, endpoint) => endpoint,
  },
  graph: {
    label: 'Address',
    detail: 'What stands in the place of https://graph.microsoft.com',
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

/** Copies what another client needs to call the sandbox tenant. A second argument names the form; the first may be a job of the tree. */
export const copyEndpoint = defineCommand(commandIds.copyEndpoint, async (services, args) => {
  const running = runningSandbox(services);
  const flavour = flavourOfRow(args);
  const application = flavour === undefined ? running.sandbox.application : running.sandbox.applications[flavour];
  const form =
    forms[String(args[1])] ??
    (flavour === undefined ? await ask(services.titles.of(commandIds.copyEndpoint)) : forms.endpoint);
  if (form === undefined) throw new CancellationError();
  await env.clipboard.writeText(form.write(running, running.endpointOf(application)));
  void window.showInformationMessage(`Copied: ${form.label}. It is good until the sandbox tenant stops.`);
});

async function ask(title: string) {
  return window.showQuickPick(Object.values(forms), { title });
}
