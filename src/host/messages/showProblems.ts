import { commands } from 'vscode';
import type { NoticeAction } from './userError';

/** Leads to the Problems view. */
export const showProblems: NoticeAction = {
  title: 'Show Problems',
  run: () => commands.executeCommand('workbench.actions.view.problems'),
};
