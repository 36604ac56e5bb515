import { env } from 'vscode';
import { asCurl } from '../../language/payload/export/asCurl';
import { asHttpFile } from '../../language/payload/export/asHttpFile';
import { asPowerShell } from '../../language/payload/export/asPowerShell';
import type { ExportedRequest } from '../../language/payload/export/exportedRequest';
import type { TokenTarget } from '../../language/payload/export/tokenNote';
import { tokenIssuer, tokenNote } from '../../language/payload/export/tokenNote';
import type { Connection } from '../../connections/connection';
import { cloudOfGraph, clouds } from '../../tenant/clouds';
import { commandIds } from '../contributions';
import { currentPayload, plannedPayload } from '../documents/currentPayload';
import { defineCommand } from './command';
import { choose } from '../messages/questions';
import { named, say } from '../messages/say';

/** Placeholders for the ids of a job in an endpoint that is not known yet. */
const UNKNOWN_ENDPOINT =
  'https://graph.microsoft.com/v1.0/servicePrincipals/SERVICE-PRINCIPAL-ID/synchronization/jobs/JOB-ID/bulkUpload';

interface Form {
  readonly label: string;
  readonly detail: string;
  readonly write: (request: ExportedRequest) => string;
  /** The separator between requests, where a text contains several. */
  readonly between: string;
  /** The name of the token in the text. */
  readonly variable: string;
  /** The form in which the token of a sandbox is copied. */
  readonly sandboxToken: string;
}

const forms: Readonly<Record<string, Form>> = {
  curl: {
    label: 'curl',
    detail: 'For a POSIX shell; the token in $TOKEN',
    write: asCurl,
    between: '\n',
    variable: 'TOKEN',
    sandboxToken: 'Token for curl',
  },
  http: {
    label: '.http',
    detail: 'For a REST client; the token in {{token}}',
    write: asHttpFile,
    between: '\n###\n\n',
    variable: 'token',
    sandboxToken: 'Token for curl',
  },
  powershell: {
    label: 'PowerShell',
    detail: 'Invoke-RestMethod; the token in $env:TOKEN',
    write: asPowerShell,
    between: '\n',
    variable: 'TOKEN',
    sandboxToken: 'Token for PowerShell',
  },
};

/**
 * Copies a payload for another client, with a comment on the token that it needs and where to get it. A token is never included. A second
 * argument is the form.
 */
export const copyPayloadAs = defineCommand(commandIds.copyPayloadAs, async (services, args) => {
  const { bodies } = plannedPayload(services, await currentPayload(services, args));
  const form = formOf(args[1]) ?? (await choose(Object.values(forms), { title: 'Copy Payload as' }));
  const { active } = services.connections;
  const { endpoint = UNKNOWN_ENDPOINT, name } = active;
  const target = targetOf(active, endpoint);
  const issuer = tokenIssuer(target);
  const sandboxCommand = `${services.titles.of(commandIds.copyEndpoint)} and choose ${form.sandboxToken}`;
  const note = tokenNote(target, { variable: form.variable, sandboxCommand });
  const requests = bodies.map(({ body }) => form.write({ text: body, endpoint, issuer }));
  await env.clipboard.writeText(note.map((line) => `# ${line}\n`).join('') + requests.join(form.between));
  const where = active.endpoint === undefined ? say`Put in the ids of your job.` : say`It sends to ${named(name)}.`;
  void services.notices.inform(
    say`Copied as ${named(form.label)}, without a token: a comment says where to get one. ${where}`,
  );
});

/** A sandbox that has not started has no endpoint: then the text contains placeholders for a job of Graph. */
function targetOf({ kind, name, endpoint: known }: Connection, endpoint: string): TokenTarget {
  const graph = new URL(endpoint).origin;
  if (kind !== 'tenant' && known !== undefined) return { connection: name, graph };
  const { authority } = clouds[cloudOfGraph(graph) ?? 'global'];
  return { connection: known === undefined ? 'your job' : name, graph, signIn: authority };
}

function formOf(name: unknown): Form | undefined {
  return typeof name === 'string' && Object.hasOwn(forms, name) ? forms[name] : undefined;
}
