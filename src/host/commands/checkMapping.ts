import { commands, ProgressLocation, window } from 'vscode';
import { formatCount } from '../../core/text/formatCount';
import { commandIds } from '../contributions';
import { fileName } from '../extracts/extractFile';
import { currentMapping } from '../documents/currentMapping';
import { UserError } from '../userError';
import { defineCommand } from './command';

/** Runs a mapping over every record of its extract, however many, and shows what is wrong. */
export const checkMapping = defineCommand(commandIds.checkMapping, async (services, args) => {
  const { documents, mappings, settings } = services;
  const document = await currentMapping(services, args);
  const name = fileName(document.uri);
  await window.withProgress({ location: ProgressLocation.Window, title: `$(loading~spin) Checking ${name}` }, () =>
    mappings.examineWhole(document),
  );
  const look = mappings.look(document);
  if (look.kind === 'unreadable') throw new UserError(`${fileName(look.extract)}: ${look.reason}`);
  if (look.kind !== 'read')
    throw new UserError(`${name} has no extract to be checked with.`, {
      title: 'Choose Extract',
      run: () => commands.executeCommand(commandIds.chooseExtract, document.uri),
    });
  const counted = `${formatCount(look.records)} records of ${fileName(look.extract)}`;
  // Asked anew: the editor shows what was found a moment later
  const found = documents.answers(document)?.diagnose({ levels: settings.current.problemLevels }) ?? [];
  const count = (severity: 1 | 2) => found.filter((one) => one.severity === severity).length;
  const errors = count(1);
  const warnings = count(2);
  if (errors + warnings === 0) {
    void window.showInformationMessage(`${name} has been run over ${counted}: no errors and no warnings.`);
    return;
  }
  await commands.executeCommand('workbench.actions.view.problems');
  void window.showWarningMessage(
    `${name} has been run over ${counted}: ${plural(errors, 'error')}, ${plural(warnings, 'warning')}.`,
  );
});

function plural(number: number, noun: string): string {
  return number === 1 ? `1 ${noun}` : `${formatCount(number)} ${noun}s`;
}
