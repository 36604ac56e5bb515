import { commands } from 'vscode';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { currentMapping } from '../documents/currentMapping';
import { counting, named, say } from '../messages/say';
import { showProblems } from '../messages/showProblems';
import { UserError } from '../messages/userError';
import { defineCommand } from './command';

/** Runs a mapping over every record of its extract and shows the problems. */
export const checkMapping = defineCommand(commandIds.checkMapping, async (services, args) => {
  const { documents, mappings, settings, notices } = services;
  const document = await currentMapping(services, args);
  const name = named(fileName(document.uri));
  await notices.busy(say`Checking ${name}`, () => mappings.examineWhole(document));
  const look = mappings.look(document);
  if (look.kind === 'unreadable')
    throw new UserError(say`${named(fileName(look.extract))} cannot be read.`, {
      details: { file: look.extract, problems: [look.reason] },
    });
  if (look.kind !== 'read')
    throw new UserError(say`${name} has no extract to be checked with.`, {
      action: {
        title: 'Choose Extract',
        run: () => commands.executeCommand(commandIds.chooseExtract, document.uri),
      },
    });
  const counted = say`${counting(look.records, say`record`)} of ${named(fileName(look.extract))}`;
  // Read again: the editor shows the findings a moment later
  const found = documents.answers(document)?.diagnose({ levels: settings.current.problemLevels }) ?? [];
  const count = (severity: 1 | 2) => found.filter((one) => one.severity === severity).length;
  const errors = count(1);
  const warnings = count(2);
  if (errors + warnings === 0) {
    void notices.inform(say`${name} has been run over ${counted}: no errors and no warnings.`);
    return;
  }
  await commands.executeCommand('workbench.actions.view.problems');
  const counts = say`${counting(errors, say`error`)}, ${counting(warnings, say`warning`)}`;
  void notices.warn(say`${name} has been run over ${counted}: ${counts}.`, showProblems);
});
