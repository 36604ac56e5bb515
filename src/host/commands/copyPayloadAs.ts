import { env } from 'vscode';
import { asCurl } from '../../language/payload/export/asCurl';
import { asHttpFile } from '../../language/payload/export/asHttpFile';
import { asPowerShell } from '../../language/payload/export/asPowerShell';
import type { ExportedRequest } from '../../language/payload/export/exportedRequest';
import { commandIds } from '../contributions';
import { currentPayload, plannedPayload } from '../documents/currentPayload';
import { defineCommand } from './command';
import { choose } from '../messages/questions';
import { named, say } from '../messages/say';

/** Where the ids of a job stand in an endpoint that nobody has stated yet. */
const UNKNOWN_ENDPOINT =
  'https://graph.microsoft.com/v1.0/servicePrincipals/SERVICE-PRINCIPAL-ID/synchronization/jobs/JOB-ID/bulkUpload';

interface Form {
  readonly label: string;
  readonly detail: string;
  readonly write: (request: ExportedRequest) => string;
  /** What comes between requests, where a text holds several. */
  readonly between: string;
}

const forms: Readonly<Record<string, Form>> = {
  curl: { label: 'curl', detail: 'For a POSIX shell; the token in $TOKEN', write: asCurl, between: '\n' },
  http: {
    label: '.http',
    detail: 'For a REST client; the token in {{token}}',
    write: asHttpFile,
    between: '\n###\n\n',
  },
  powershell: {
    label: 'PowerShell',
    detail: 'Invoke-RestMethod; the token in $env:TOKEN',
    write: asPowerShell,
    between: '\n',
  },
};

/** Copies what sends a payload by other means. A token is never part of it. A second argument names the form. */
export const copyPayloadAs = defineCommand(commandIds.copyPayloadAs, async (services, args) => {
  const { bodies } = plannedPayload(await currentPayload(services, args));
  const form = formOf(args[1]) ?? (await choose(Object.values(forms), { title: 'Copy Payload as' }));
  const { endpoint, name } = services.connections.active;
  const requests = bodies.map(({ body }) => form.write({ text: body, endpoint: endpoint ?? UNKNOWN_ENDPOINT }));
  await env.clipboard.writeText(requests.join(form.between));
  const where = endpoint === undefined ? say`Put in the ids of your job.` : say`It sends to ${named(name)}.`;
  void services.notices.inform(say`Copied as ${named(form.label)}, without a token. ${where}`);
});

function formOf(name: unknown): Form | undefined {
  return typeof name === 'string' && Object.hasOwn(forms, name) ? forms[name] : undefined;
}
