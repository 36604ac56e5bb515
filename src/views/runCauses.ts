import { decidingAnswer } from '../core/logs/decidingAnswer';
import { titleOfCode } from '../core/logs/explain';
import type { RecordAccount } from '../core/run/account/runAccount';

/** Maximum length of a cause; the hover has the full text. */
const MAX_LENGTH = 120;

/** The cause of a person's outcome in a few words for a list: `domain not verified`. */
export function causeTitle(person: RecordAccount): string {
  const code = codeOfPerson(person);
  const title = code === undefined ? undefined : titleOfCode(code);
  if (title !== undefined) return title;
  // An unexplained code is more useful than a truncated sentence
  if (code !== undefined && person.fate.kind === 'operation') return code;
  const { cause } = person;
  return cause === undefined ? 'no reason is known' : firstSentence(cause);
}

/** The service's code, or that of the first problem. */
export function codeOfPerson({ fate, answers }: RecordAccount): string | undefined {
  return fate.kind === 'refused' ? fate.problems[0]?.code : decidingAnswer(answers)?.code;
}

function firstSentence(text: string): string {
  const [first = text] = text.split(/(?<=[^.]\.)\s+(?=[A-Z"“])/);
  const short = first.replace(/\.$/, '');
  return short.length > MAX_LENGTH ? `${short.slice(0, MAX_LENGTH).trimEnd()}…` : short;
}
