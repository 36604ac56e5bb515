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

/** Maximum number of earlier runs in a hover. */
const EARLIER = 4;

/** The outcome for a person in one line with its icon: `Ana Núñez: failed, 2 h ago`. */
export interface PersonLine {
  readonly icon: string;
  readonly title: string;
  /** The cause and the remedy, if the outcome needs attention. */
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

/** A person's label in a list, with a description. */
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

/** Addresses of the links in a hover. */
export interface PersonLinks {
  /** The page that explains the log entry; absent if this window has not read the entry. */
  readonly explain?: string;
  readonly reveal: string;
}

/** The hover for the person of a row: the outcome of the last run that handled the person, and of earlier runs. */
export function hoverOfHistory(history: readonly PersonInRun[], links: PersonLinks, now: number): Markdown | undefined {
  const latest = latestOf(history);
  if (latest === undefined) return undefined;
  const earlier = history.filter((one) => one !== latest && one.known.at <= latest.known.at).slice(0, EARLIER);
  const reveal = link(words`Show in Runs`, links.reveal);
  const ways = links.explain === undefined ? reveal : words`${link(words`Explain`, links.explain)} · ${reveal}`;
  return paragraphs(
    // First, because a long hover is cut off at its end
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

/** The part after a colon is a detail for the hover. */
function briefState(person: RecordAccount): string {
  const [brief = ''] = wordsOfState(person).split(':');
  return brief;
}
