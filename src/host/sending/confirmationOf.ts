import type { TextToType } from '../../core/guards/textsToType';
import { textsToType } from '../../core/guards/textsToType';
import type { Confirmation } from '../../sending/confirmation';
import type { Preparation } from '../../sending/preparation';
import { isTyped } from './questions/planQuestion';
import { askForText } from '../messages/questions';

/**
 * The confirmation of a plan, after the user has typed what its guards require.
 * @throws {CancellationError} when the user cancels
 */
export async function confirmationOf({
  findings,
  file,
}: Pick<Preparation, 'findings' | 'file'>): Promise<Confirmation> {
  const typed: string[] = [];
  for (const wanted of textsToType(findings)) typed.push(await askToType(wanted));
  return { plan: file.plan, by: typed.length === 0 ? 'dialog' : 'typed', typed };
}

async function askToType({ text, findings }: TextToType): Promise<string> {
  await askForText({
    title: 'Confirm Sending',
    prompt: `Type ${text} to send. ${findings.map(({ message }) => message).join(' ')}`,
    validate: (typed) => (isTyped(text, typed) ? undefined : `Type ${text} to send. Escape sends nothing.`),
    isKept: true,
  });
  return text;
}
