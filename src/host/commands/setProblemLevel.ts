import { ConfigurationTarget, workspace } from 'vscode';
import { commandIds, settingIds } from '../contributions';
import { choose } from '../messages/questions';
import { say } from '../messages/say';
import { UserError } from '../messages/userError';
import type { ProblemLevel } from '../../core/problems/problemLevels';
import { defineCommand } from './command';

const LEVELS: readonly { readonly label: ProblemLevel; readonly description: string }[] = [
  { label: 'error', description: 'the mapping cannot be used with it' },
  { label: 'warning', description: '' },
  { label: 'information', description: '' },
  { label: 'off', description: 'it is not looked for' },
];

/** Sets the level of problems with one code, in the user's settings: those of a workspace only raise levels. */
export const setProblemLevel = defineCommand(commandIds.setProblemLevel, async ({ settings }, args) => {
  const [code] = args;
  const isCode = typeof code === 'string' && (await isKnownCode(code));
  if (!isCode) throw new UserError(say`Choose this from the light bulb on a problem.`);
  const { own, demanded } = settings.current.problemLevelsBySource;
  const question = 'How much do such problems matter?';
  const chosen = await choose(LEVELS, {
    title: code,
    placeHolder: Object.hasOwn(demanded, code)
      ? `${question} This workspace asks for at least "${demanded[code] ?? ''}".`
      : question,
  });
  const levels = { ...own, [code]: chosen.label };
  await workspace.getConfiguration().update(settingIds.problemLevels, levels, ConfigurationTarget.Global);
});

async function isKnownCode(code: string): Promise<boolean> {
  const { problemKindOf } = await import('../../core/catalogue/problemKinds');
  return problemKindOf(code) !== undefined;
}
