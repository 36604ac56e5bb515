import { setImmediate } from 'node:timers/promises';
import type { PersonInRun } from '../../core/run/account/personHistory';
import { externalIdOf } from '../../core/run/recordTexts';
import { searchAccount, searchWords } from '../../core/run/account/searchAccount';
import type { OpenedRun } from './knownRuns';
import { searchedRuns } from './knownRuns';
import type { WindowRuns } from './windowRuns';

/** Number of people in a list; to see others the user types more. */
const SHOWN = 100;

/** Number of records that are searched before others get their turn. */
const SLICE = 2_000;

/** Searches the people of the last runs by name and id. Each run is opened once, when a search reaches it. */
export class PersonSearch {
  readonly #opening: AsyncGenerator<OpenedRun>;
  readonly #opened: OpenedRun[] = [];

  constructor(runs: WindowRuns) {
    this.#opening = searchedRuns(runs);
  }

  /** The people who match a text, of the newest run first; again each time there are more. Without a text, those who need attention. */
  async *find(text: string): AsyncGenerator<readonly PersonInRun<OpenedRun>[]> {
    const words = searchWords(text);
    const found: PersonInRun<OpenedRun>[] = [];
    for await (const known of this.#runs()) {
      const { records } = known.run.account;
      if (words.length === 0) found.push(...records.sorted(0, SHOWN).map((person) => ({ known, person })));
      found.push(...withoutTexts(known, text));
      for (let from = 0; words.length > 0 && from < records.length && found.length < SHOWN; from += SLICE) {
        for (const index of searchAccount(records, words, from, from + SLICE)) {
          const person = records.at(index);
          if (person !== undefined) found.push({ known, person });
        }
        await setImmediate();
      }
      found.sort((one, other) => other.known.at - one.known.at);
      if (found.length > 0) yield found.slice(0, SHOWN);
      if (found.length >= SHOWN) return;
    }
  }

  async *#runs(): AsyncGenerator<OpenedRun> {
    for (let place = 0; ; place++) {
      if (place === this.#opened.length) {
        const next = await this.#opening.next();
        if (next.done === true) return;
        this.#opened.push(next.value);
      }
      const known = this.#opened[place];
      if (known !== undefined) yield known;
    }
  }
}

/** A run whose source is gone or has changed has neither names nor ids, but it still recognises a complete id. */
function withoutTexts(known: OpenedRun, text: string): readonly PersonInRun<OpenedRun>[] {
  const { account, plan } = known.run;
  const [index, ...others] = text === '' ? [] : known.run.withId(text);
  const person = index === undefined || others.length > 0 ? undefined : account.records.at(index);
  return person === undefined || externalIdOf(plan.records.texts, person.record - 1) !== undefined
    ? []
    : [{ known, person }];
}
