import { commands, workspace } from 'vscode';
import { commandIds } from '../contributions';
import { fileName, storedSize, TEXT_DOCUMENT_LIMIT } from '../extracts/extractFile';
import { counting, named, say } from '../messages/say';
import { showProblems } from '../messages/showProblems';
import { showText } from '../showText';
import { defineCommand } from './command';
import { conversionOf } from './extractArgument';

/** Shows an extract as text with all its problems; one that is too large for a text editor in its preview. */
export const checkExtract = defineCommand(commandIds.checkExtract, async (services, args) => {
  const { extract, mapping } = await conversionOf(services, args);
  if ((await storedSize(extract)) > TEXT_DOCUMENT_LIMIT) {
    await commands.executeCommand(commandIds.previewExtract, extract, mapping);
    return;
  }
  const document = await workspace.openTextDocument(extract);
  await showText(document, []);
  const texts = await services.texts();
  const look = await services.notices.busy(say`Checking ${named(fileName(extract))}`, () => texts.look(document));
  if (look?.mapping?.uri.toString() !== mapping.toString()) {
    // With several mappings, each reports the problems in its own text
    await services.mappings.pick(mapping, extract);
    await commands.executeCommand(commandIds.checkMapping, mapping);
    return;
  }
  const { count, lines } = look.found;
  const checked = say`${named(fileName(extract))} has been checked with ${named(fileName(mapping))}`;
  if (count === 0) {
    void services.notices.inform(say`${checked}: no problems in ${counting(lines.length, say`record`)}.`);
    return;
  }
  await showProblems.run();
  const problems = say`${counting(count, say`problem`)} in ${counting(lines.length, say`record`)}`;
  void services.notices.warn(say`${checked}: ${problems}.`, showProblems);
});
