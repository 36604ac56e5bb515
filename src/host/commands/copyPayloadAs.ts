import { CancellationError, env, window } from 'vscode';
import { asCurl } from '../../language/payload/export/asCurl';
import { asHttpFile } from '../../language/payload/export/asHttpFile';
import { asPowerShell } from '../../language/payload/export/asPowerShell';
import type { ExportedRequest } from '../../language/payload/export/exportedRequest';
import { commandIds } from '../contributions';
import { currentPayload, plannedPayload } from '../documents/currentPayload';
import { defineCommand } from './command';

/** Where the ids of a job stand in an endpoint that nobody has stated yet. */
const UNKNOWN_ENDPOINT =
  'https://graph.microsoft.com/v1.0/servicePrincipals/SERVICE-PRINCIPAL-ID/synchronization/jobs/JOB-ID/bulkUpload';

interface Form {
  readonly label: string;
  readonly detail: string;
  readonly write: (request: ExportedRequest) => string;
}

const forms: Readonly<Record<string, Form>> = {
  curl: { label: 'curl', detail: 'For a POSIX shell; the token in $TOKEN', write: asCurl },
  http: { label: '.http', detail: 'For a REST client; the token in {{token}}', write: asHttpFile },
  powershell: { label: 'PowerShell', detail: 'Invoke-RestMethod; the token in $env:TOKEN', write: asPowerShell },
};

/** Copies what sends a payload by other means. A token is never part of it. A second argument names the form. */
export const copyPayloadAs = defineCommand(commandIds.copyPayloadAs, async (services, args) => {
  const { body } = plannedPayload(await currentPayload(services, args));
  const form = forms[String(args[1])] ?? (await chooseForm());
  const { endpoint, name } = services.connections.active;
  await env.clipboard.writeText(form.write({ text: body, endpoint: endpoint ?? UNKNOWN_ENDPOINT }));
  const where = endpoint === undefined ? 'Put in the ids of your job.' : `It sends to ${name}.`;
  void window.showInformationMessage(`Copied as ${form.label}, without a token. ${where}`);
});

async function chooseForm(): Promise<Form> {
  const chosen = await window.showQuickPick(Object.values(forms), { title: 'Copy Payload as' });
  if (chosen === undefined) throw new CancellationError();
  return chosen;
}
