import type { TextDocument } from 'vscode';
import { commands, Uri, window, workspace } from 'vscode';
import type { PlannedPayload } from '../../core/run/planPayload';
import { planPayload } from '../../core/run/planPayload';
import { hashBody } from '../../extract/hashBody';
import { fileName } from '../extracts/extractFile';
import type { Services } from '../services';
import { UserError } from '../userError';

/** The payload that a command is about: the one it was called on, else the one in front of the user. */
export async function currentPayload({ documents }: Services, [first]: readonly unknown[]): Promise<TextDocument> {
  const document = first instanceof Uri ? await workspace.openTextDocument(first) : window.activeTextEditor?.document;
  if (document !== undefined) await documents.settle(document);
  const kind = document === undefined ? undefined : documents.kind(document);
  if (document === undefined || kind === undefined || kind === 'jobSchema')
    throw new UserError('Open a bulk request or a SCIM user (JSON) first.');
  return document;
}

/** The payload as it would be sent; refused with its first error where it has any. */
export function plannedPayload(document: TextDocument): PlannedPayload {
  const { planned, problems } = planPayload(document.getText(), hashBody);
  if (planned !== undefined) return planned;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const others = errors.length > 1 ? ` There are ${errors.length - 1} more.` : '';
  throw new UserError(
    `Nothing was sent: ${fileName(document.uri)} has an error. ${errors[0]?.message ?? ''}${others}`,
    {
      title: 'Show Problems',
      run: () => commands.executeCommand('workbench.actions.view.problems'),
    },
  );
}
