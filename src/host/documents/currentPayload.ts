import type { TextDocument } from 'vscode';
import { window, workspace } from 'vscode';
import type { PlannedPayload } from '../../core/run/planPayload';
import { planPayload } from '../../core/run/planPayload';
import { hashBody } from '../../extract/hashBody';
import { MAX_OPERATIONS } from '../../core/scim/bulkRequest';
import { commandIds } from '../contributions';
import { commandAction } from '../messages/commandAction';
import { fileName } from '../extracts/extractFile';
import { fileArgument } from './knownFiles';
import type { Services } from '../services';
import { named, say } from '../messages/say';
import { showProblems } from '../messages/showProblems';
import { UserError } from '../messages/userError';

const TOO_LONG = 'payload.too-many-operations';

/** The payload of a command: its argument, or the one in front of the user. */
export async function currentPayload(services: Services, [first]: readonly unknown[]): Promise<TextDocument> {
  const { documents } = services;
  const file = await fileArgument(services, first);
  const document = file === undefined ? window.activeTextEditor?.document : await workspace.openTextDocument(file);
  if (document !== undefined) await documents.settle(document);
  const kind = document === undefined ? undefined : documents.kind(document);
  if (document === undefined || kind === undefined || kind === 'jobSchema')
    throw new UserError(say`Open a bulk request or a SCIM user (JSON) first.`);
  return document;
}

/**
 * The payload as it would be sent. It is refused if it has errors, which the Problems view lists, or if it is too long; then the message
 * offers to split it.
 */
export function plannedPayload({ titles }: Services, document: TextDocument): PlannedPayload {
  const { planned, problems } = planPayload(document.getText(), hashBody);
  if (planned !== undefined) return planned;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const name = named(fileName(document.uri));
  const operations = errors.flatMap(({ code, data }) => (code === TOO_LONG ? [Number(data?.operations)] : []))[0];
  if (operations !== undefined && errors.length === 1) {
    const parts = Math.ceil(operations / MAX_OPERATIONS);
    throw new UserError(
      say`Nothing was sent: ${name} has ${operations} operations, and a request takes ${MAX_OPERATIONS}. Split it into ${parts} requests.`,
      { action: commandAction(titles, commandIds.splitPayload, document.uri) },
    );
  }
  const words =
    errors.length === 1
      ? say`Nothing was sent: ${name} has an error.`
      : say`Nothing was sent: ${name} has ${errors.length} errors.`;
  throw new UserError(words, { action: showProblems });
}
