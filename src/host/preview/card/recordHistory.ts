import type { Uri } from 'vscode';
import type { PersonInRun } from '../../../core/run/account/personHistory';
import { latestOf, personHistory } from '../../../core/run/account/personHistory';
import type { RecordAccount } from '../../../core/run/account/runAccount';
import { wordsOfState } from '../../../core/run/account/runAccount';
import { toneOf } from '../../../core/run/stateLook';
import { formatAgo } from '../../../core/text/time/formatAgo';
import type { HappenedRemark, PersonHappened, PreviewRow } from '../../../preview/previewState';
import type { OpenedRun, Reach } from '../../runs/knownRuns';
import { countRunsOf, runsOfExtract } from '../../runs/knownRuns';
import { showPerson } from '../../runs/showPerson';
import type { WindowRun } from '../../runs/windowRun';
import { hasKeptRuns } from '../../sending/hasKeptRuns';
import type { Services } from '../../services';

/** A person as a run left them, or as it currently has them. */
interface Happened {
  readonly run: string;
  readonly person: RecordAccount;
  /** When the run was made, and its target; absent for the run of the shown content. */
  readonly before?: { readonly at: number; readonly target: string };
}

/** The results of runs for the people of a preview's records. */
export class RecordHistory {
  readonly #services: Pick<Services, 'runs' | 'runsView'>;
  readonly #extract: Uri;
  #runs: { readonly key: string; readonly found: Promise<readonly OpenedRun[]> } | undefined;
  /** Only runs that are fast to read, until the user requests more. */
  #reach: Reach = 'quick';
  #shown: { readonly record: number; readonly happened: Happened } | undefined;

  constructor(services: Pick<Services, 'runs' | 'runsView'>, extract: Uri) {
    this.#services = services;
    this.#extract = extract;
  }

  /** Runs have changed. */
  forget(): void {
    this.#runs = undefined;
  }

  /**
   * The result of the last run with this record; `undefined` if nothing of the extract was ever sent.
   * @param run the one that was started from the shown content
   * @param sha256 of the extract, once it is known
   */
  async of(
    row: PreviewRow,
    run: WindowRun | undefined,
    sha256: string | undefined,
  ): Promise<HappenedRemark | undefined> {
    const happened = ofRun(run, row) ?? (await this.#earlier(row, sha256));
    this.#shown = happened && { record: row.record, happened };
    if (happened !== undefined) return wordsOf(happened);
    const count = (await hasKeptRuns()) ? await countRunsOf(this.#services.runs, this.#extract) : 0;
    if (count === 0) return undefined;
    const read = (await this.#runsOf(sha256)).filter(({ source }) => source !== 'other').length;
    return { kind: this.#reach === 'quick' && read < count ? 'offered' : 'none' };
  }

  /** Reads large runs, too, from now on. */
  lookBack(): void {
    this.#reach = 'all';
  }

  /** Shows the person of the last record that {@link of} was called with, in the run. */
  async reveal(record: number): Promise<void> {
    if (this.#shown?.record !== record) return;
    const { run, person } = this.#shown.happened;
    await showPerson(this.#services, run, person);
  }

  async #earlier({ line, id }: PreviewRow, sha256: string | undefined): Promise<Happened | undefined> {
    if (!(await hasKeptRuns())) return undefined;
    const history = personHistory(await this.#runsOf(sha256), { line, ...(id !== '' && { externalId: id }) });
    return happenedIn(latestOf(history));
  }

  #runsOf(sha256: string | undefined): Promise<readonly OpenedRun[]> {
    const key = `${this.#reach} ${sha256 ?? ''}`;
    if (this.#runs?.key !== key) {
      const found = runsOfExtract(this.#services.runs, { uri: this.#extract, sha256 }, this.#reach);
      this.#runs = { key, found };
    }
    return this.#runs.found;
  }
}

function ofRun(run: WindowRun | undefined, { record }: PreviewRow): Happened | undefined {
  const person = run?.run.account.records.at(record - 1);
  return run === undefined || person === undefined ? undefined : { run: run.id, person };
}

function happenedIn(found: PersonInRun<OpenedRun> | undefined): Happened | undefined {
  if (found === undefined) return undefined;
  const { id, at, target } = found.known;
  return { run: id, person: found.person, before: { at, target } };
}

function wordsOf({ person, before }: Happened): PersonHappened {
  const { cause = '', remedy = '', state } = person;
  const words = wordsOfState(person);
  return {
    kind: 'known',
    title: words.charAt(0).toUpperCase() + words.slice(1),
    tone: toneOf(state),
    why: [cause, remedy].filter((text) => text !== '').join(' '),
    when: before === undefined ? 'in this run' : `${formatAgo(before.at, Date.now())}, in ${before.target}`,
  };
}
