import { CancellationError, window, workspace } from 'vscode';
import { splitRequest } from '../../language/payload/refactorings/splitRequest';
import { commandIds } from '../contributions';
import { currentPayload } from '../documents/currentPayload';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';

/** More documents are opened only after a question. */
const UNASKED = 20;

/** Opens a request that is too long as several valid ones; the request itself stays unchanged. */
export const splitPayload = defineCommand(commandIds.splitPayload, async (services, args) => {
  const document = await currentPayload(services, args);
  const requests = splitRequest(document.getText());
  if (requests.length < 2) throw new UserError(say`This request needs no splitting: it has 50 operations or fewer.`);
  const { length } = requests;
  const isWanted =
    length <= UNASKED ||
    (await services.notices.confirm(say`The request becomes ${length} documents.`, `Open ${length} Documents`));
  if (!isWanted) throw new CancellationError();
  for (const content of requests) {
    const part = await workspace.openTextDocument({ language: document.languageId, content });
    await window.showTextDocument(part, { preview: false, preserveFocus: true });
  }
  return requests.length;
});
