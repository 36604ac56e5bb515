import type { Answer } from '../../core/logs/answer';
import type { RecordAccount } from '../../core/run/account/runAccount';
import type { Markdown } from '../shared/markdown';
import { bulletList, paragraphs, prose, words } from '../shared/markdown';
import type { EntryOrigin } from './entryPage';
import { factLines, headingOf, LONG, prediction, VERDICTS, whence } from './entryPage';
import { utcTimeWithSeconds } from '../../core/text/time/utcTime';

/** The stored facts of a log entry and of the person that it concerns. */
export interface KeptEntryFacts {
  readonly person: RecordAccount;
  readonly answer: Answer;
  readonly origin: EntryOrigin;
  /** The title of the command that reads the entry again. */
  readonly readAgain: string;
}

/**
 * The page of a log entry that is not in memory, for example after a window reload: everything that the run stored
 * about it, and how to read the rest.
 */
export function keptEntryPage({ person, answer, origin, readAgain }: KeptEntryFacts): Markdown {
  const { displayName = '', externalId = '', line, cause, remedy } = person;
  const { at, outcome, code = '', cycleId = '', changeId = '', entry } = answer;
  return paragraphs(
    // The extract may have changed since; names and ids are then unknown
    externalId === '' ? words`# Line ${line}` : headingOf(displayName, externalId),
    words`**${VERDICTS[outcome]}**`,
    cause !== undefined && words`**Why:** ${prose(cause, LONG)}`,
    remedy !== undefined && words`**What to do:** ${prose(remedy, LONG)}`,
    ...prediction(outcome, origin),
    words`## Received data`,
    whence(origin),
    words`## Entry`,
    words`Steps and values of the entry are not stored on this machine, because they hold personal data. **${prose(readAgain)}** in the menu above this page reads them from the provisioning log again, as long as the log keeps them.`,
    bulletList(
      factLines([
        [words`Time`, utcTimeWithSeconds(at)],
        [words`Code`, code],
        [words`Cycle`, cycleId],
        [words`Change`, changeId],
        [words`Entry`, entry],
      ]),
    ),
  );
}
