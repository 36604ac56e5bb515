import type { Uri } from 'vscode';
import { commands } from 'vscode';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import { commandIds } from '../contributions';
import { fileName, mappingText } from '../extracts/extractFile';
import { named, say } from '../messages/say';
import { showProblems } from '../messages/showProblems';
import type { NoticeAction } from '../messages/userError';
import { UserError } from '../messages/userError';
import { refuseUntrusted } from '../sending/refuseUntrusted';
import { sendSource } from '../sending/sendSource';
import { workerPlanner } from '../sending/source/workerPlanner';
import { defineCommand } from './command';
import { conversionOf } from './extractArgument';

/** Plans an extract, shows the plan, and sends it over the connection in use after the user confirms it. */
export const sendExtract = defineCommand(commandIds.sendExtract, async (services, args) => {
  refuseUntrusted();
  const { extract, mapping, moment, fingerprint } = await conversionOf(services, args);
  const text = await mappingText(mapping);
  if (!isUsable(loadMapping(text)))
    throw new UserError(
      say`${named(fileName(mapping))} has problems; nothing was sent. They are listed in the Problems view.`,
      { action: showProblems },
    );
  return sendSource(services, {
    planner: workerPlanner(services, extract, { uri: mapping, text }, (share) => {
      services.plannings.noteShare(extract, share);
    }),
    extract,
    mapping: text,
    moment,
    ...(fingerprint !== undefined && { fingerprint }),
    look: preview(extract, mapping),
  });
});

/** The result of each record. */
function preview(extract: Uri, mapping: Uri): NoticeAction {
  return {
    title: 'Show Preview',
    run: () => commands.executeCommand(commandIds.previewExtract, extract, mapping),
  };
}
