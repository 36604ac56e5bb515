import { CancellationError, commands, Uri, window, workspace } from 'vscode';
import { commandIds } from '../../contributions';
import { fileName } from '../../extracts/extractFile';
import { choose } from '../../messages/questions';
import { named, say } from '../../messages/say';
import type { ResultsForm } from '../../runs/writeResults';
import { suggestedName, writeResults } from '../../runs/writeResults';
import { keptRun } from '../../sending/kept/keptRun';
import { sourceUri } from '../../sending/source/sourceUri';
import type { KeptRun } from '../../../runs/runStore';
import { defineCommand } from '../command';
import { runArgument } from './runArgument';

interface FormChoice {
  readonly label: string;
  readonly detail: string;
  readonly icon: string;
  readonly form: ResultsForm;
  readonly extension: 'csv' | 'json' | 'html';
}

const EXTRACT: FormChoice = {
  label: 'Extract with Results (CSV)',
  detail: 'The extract as it is, with the columns Result, Cause, Remedy and Entry at the end',
  icon: 'table',
  form: 'csv',
  extension: 'csv',
};

const FORMS: readonly FormChoice[] = [
  {
    label: 'Page for HR (HTML)',
    detail: 'Counts and causes; people by line, initials and the last digits of their id',
    icon: 'preview',
    form: 'page',
    extension: 'html',
  },
  {
    label: 'Page for HR with Names (HTML)',
    detail: 'The same, with people named in full',
    icon: 'person',
    form: 'named-page',
    extension: 'html',
  },
  {
    label: 'Records with Results (JSON)',
    detail: 'What became of each record, with all of its cells',
    icon: 'json',
    form: 'json',
    extension: 'json',
  },
];

/** Writes the results of a run to a file. */
export const exportResults = defineCommand(commandIds.exportResults, async (services, args) => {
  const { titles, notices } = services;
  const title = titles.of(commandIds.exportResults);
  const { id } = await runArgument(services, args, title, ({ can }) => can.includes('show'));
  const kept = await keptRun(services, id);
  const { form, extension, label } = await askForm(kept, title);
  const target = await askFile(kept, { title, label, extension });
  await notices.progress(say`Writing ${named(fileName(target))}`, () => writeResults(services, id, form, target));
  void notices.inform(say`The results were written to ${named(fileName(target))}.`, openAction(target));
  return target;
});

function askForm({ plan }: KeptRun, title: string): Promise<FormChoice> {
  const forms = plan.source.kind === 'extract' ? [EXTRACT, ...FORMS] : FORMS;
  return choose(forms, { title, placeHolder: 'Choose what to export' });
}

async function askFile(
  kept: KeptRun,
  { title, label, extension }: Pick<FormChoice, 'label' | 'extension'> & { readonly title: string },
): Promise<Uri> {
  const source = sourceUri(kept.plan.source);
  const folder = source.scheme === 'file' ? Uri.joinPath(source, '..') : workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title,
    saveLabel: 'Export',
    filters: { [label]: [extension] },
    ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, suggestedName(kept, extension)) }),
  });
  if (target === undefined) throw new CancellationError();
  return target;
}

/** A page opens in a browser, not in this editor. */
function openAction(target: Uri) {
  const isPage = target.path.toLowerCase().endsWith('.html');
  return isPage
    ? { title: 'Show in Folder', run: () => commands.executeCommand('revealFileInOS', target) }
    : { title: 'Open', run: () => commands.executeCommand('vscode.open', target) };
}
