import type { PersonInRun } from '../../core/run/account/personHistory';
import { latestOf } from '../../core/run/account/personHistory';
import type { RecordAccount } from '../../core/run/account/runAccount';
import { wordsOfState } from '../../core/run/account/runAccount';
import { formatAgo } from '../../core/text/time/formatAgo';
import { formatCount } from '../../core/text/formatCount';
import type { Markdown } from '../../language/shared/markdown';
import { bulletList, link, paragraphs, prose, words } from '../../language/shared/markdown';
import { STATE_ICONS } from '../../core/run/stateLook';
import { causeTitle } from '../runCauses';
import { hoverOfPerson } from '../runHovers';

/** Earlier runs that a hover lists. */
const EARLIER = 4;

/** What became of somebody, in one line with its icon: `Ana Núñez: failed, 2 h ago`. */
export interface PersonLine {
  readonly icon: string;
  readonly title: string;
  /** Why, where somebody has to look at it. */
  readonly tooltip: string;
}

export function lineOfPerson({ known, person }: PersonInRun, now: number): PersonLine {
  const { cause, remedy } = person;
  const when = formatAgo(known.at, now);
  return {
    icon: STATE_ICONS[person.state],
    title: `${nameOf(person)}: ${briefState(person)}, ${when}`,
    tooltip: [cause, remedy, 'Click to see this person in Runs.'].filter((part) => part !== undefined).join(' '),
  };
}

/** What somebody is called in a list, and what is said beside it. */
export function choiceOfPerson(
  { known, person }: PersonInRun,
  extract: string,
  now: number,
): PersonLine & { readonly description: string } {
  const { externalId, displayName, cause } = person;
  const id = displayName === undefined ? undefined : externalId;
  const why = cause === undefined || person.state === 'excluded' ? undefined : causeTitle(person);
  const parts = [id, briefState(person), why, formatAgo(known.at, now), extract];
  return {
    ...lineOfPerson({ known, person }, now),
    title: nameOf(person),
    description: parts.filter((part) => part !== undefined && part !== '').join(' · '),
  };
}

/** Addresses of the ways on from a hover. */
export interface PersonLinks {
  /** To the page that explains the log entry; left out where this window has not read it. */
  readonly explain?: string;
  readonly reveal: string;
}

/** What became of the person of a row: the last run that did something with them, and what earlier ones did. */
export function hoverOfHistory(history: readonly PersonInRun[], links: PersonLinks, now: number): Markdown | undefined {
  const latest = latestOf(history);
  if (latest === undefined) return undefined;
  const earlier = history.filter((one) => one !== latest && one.known.at <= latest.known.at).slice(0, EARLIER);
  const reveal = link(words`Show in Runs`, links.reveal);
  const ways = links.explain === undefined ? reveal : words`${link(words`Explain`, links.explain)} · ${reveal}`;
  return paragraphs(
    // First, because a hover that is cut off is cut off at its end
    ways,
    hoverOfPerson(latest.person),
    words`Sent to ${prose(latest.known.target)}, ${prose(formatAgo(latest.known.at, now))}`,
    earlier.length > 0 && words`**Earlier runs**`,
    earlier.length > 0 &&
      bulletList(
        earlier.map(
          ({ known, person }) =>
            words`${prose(briefState(person))}, ${prose(formatAgo(known.at, now))}, ${prose(known.target)}`,
        ),
      ),
  );
}

function nameOf({ displayName, externalId, line }: RecordAccount): string {
  return displayName ?? externalId ?? `Line ${formatCount(line)}`;
}

/** What comes after a colon is for those who ask. */
function briefState(person: RecordAccount): string {
  const [brief = ''] = wordsOfState(person).split(':');
  return brief;
}
