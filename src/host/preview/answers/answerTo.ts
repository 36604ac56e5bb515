import type { FromPage } from '../../../preview/protocol';
import { parseFromPage } from '../../../preview/protocol';

/** The actions of a preview for the messages of its page, by type. */
export type PageAnswers = {
  readonly [Type in FromPage['type']]: (said: Extract<FromPage, { readonly type: Type }>) => Promise<void> | void;
};

/**
 * The only way from a message to an effect.
 * @returns the answer to the message; `undefined` for a message that the page never sends, which has no effect
 */
export function answerTo(message: unknown, answers: PageAnswers): (() => Promise<void>) | undefined {
  const said = parseFromPage(message);
  return said === undefined ? undefined : async () => answerOf(answers, said.type)(said);
}

/** The answer takes the result of {@link parseFromPage} for a message of its own type. */
function answerOf(answers: PageAnswers, type: FromPage['type']): (said: FromPage) => Promise<void> | void {
  return answers[type] as (said: FromPage) => Promise<void> | void;
}
