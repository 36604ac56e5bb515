import type { FromPage } from '../../../preview/protocol';
import { parseFromPage } from '../../../preview/protocol';

/** What a preview does when its page says something, by what it says. */
export type PageAnswers = {
  readonly [Type in FromPage['type']]: (said: Extract<FromPage, { readonly type: Type }>) => Promise<void> | void;
};

/**
 * The only way from a message to an effect.
 * @returns what answers the message; `undefined` for anything that the page does not say, which has no effect
 */
export function answerTo(message: unknown, answers: PageAnswers): (() => Promise<void>) | undefined {
  const said = parseFromPage(message);
  return said === undefined ? undefined : async () => answerOf(answers, said.type)(said);
}

/** The answer takes what {@link parseFromPage} has made of a message of its own type. */
function answerOf(answers: PageAnswers, type: FromPage['type']): (said: FromPage) => Promise<void> | void {
  return answers[type] as (said: FromPage) => Promise<void> | void;
}
