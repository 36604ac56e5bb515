import type { Event, LogOutputChannel } from 'vscode';
import { Disposable, EventEmitter } from 'vscode';
import type { ConnectionRegistry } from '../../connections/connectionRegistry';
import type { LocalSandbox } from '../../connections/localSandbox';
import { ConnectionLog } from '../../connections/log/connectionLog';
import type { EntryTie } from '../../core/logs/list/tieEntries';
import type { LoggedEntry } from '../../core/logs/list/loggedEntry';
import type { LogEntry } from '../../core/logs/logEntry';
import { LogTies } from '../../sending/kept/logTies';
import type { LogFacts } from '../../views/log/logMessage';
import type { LogOffer, ShownLog, ShownTie } from '../../views/log/logTree';
import { LOG_PAGE } from '../../views/log/logTree';
import { throttleTrailing } from '../throttleTrailing';
import type { WindowRuns } from '../runs/windowRuns';
import type { Sending } from '../sending/openSending';
import { shownTime } from '../shownTime';

/** Milliseconds between two readings of the runs of this machine, while they change. */
const RUN_LOOKS = 2000;

/** Milliseconds between two looks at the log of the sandbox, while something happens in it. */
const SANDBOX_LOOKS = 3000;
/** Milliseconds within which an entry is readable after its cycle, unless a scenario delays it. */
const READABLE = 2000;

/** The parts of the window that it uses. */
interface Parts {
  readonly connections: ConnectionRegistry;
  readonly sandbox: LocalSandbox;
  readonly runs: WindowRuns;
  readonly sending: () => Promise<Pick<Sending, 'store'>>;
  readonly output: Pick<LogOutputChannel, 'error' | 'warn'>;
}

/** The log of the connection in use, with the run of each entry as far as it is known. */
export class WindowLog implements Disposable {
  readonly #parts: Parts;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  /** How many rows are shown below a row, where the user has asked for more. */
  readonly #limits = new Map<string, number>();
  #log: ConnectionLog;
  #ties: ReadonlyMap<string, EntryTie> = new Map();
  /** Entries whose run is known. */
  #tied = new Set<string>();
  #runs: LogTies | undefined;
  /** Whether following continues as soon as the view is visible. */
  #rests = false;
  #isVisible = false;
  /** Whether the sandbox of this window may have entries that were not read. */
  #isBehind = true;
  /** When something has happened in it last, by the clock of this process; and how many changes it had made by then. */
  #newsAt = -Infinity;
  #changes = 0;
  readonly #catchUp = throttleTrailing(SANDBOX_LOOKS, () => {
    this.readSandbox();
  });
  /** Ends what is tied for a log that is not shown any more. */
  #stop = new AbortController();
  #tying: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#log = this.#open();
    const { connections, sandbox, runs } = parts;
    const lookAtRuns = throttleTrailing(RUN_LOOKS, () => this.#tieAll());
    const noteNews = (): void => {
      this.#isBehind = true;
      this.#newsAt = performance.now();
      this.#catchUp.call();
    };
    const noteCycle = (): void => {
      // Most find nothing to do
      const changes = sandbox.running?.sandbox.countChanges ?? 0;
      if (changes !== this.#changes) noteNews();
      this.#changes = changes;
    };
    this.#subscriptions = Disposable.from(
      lookAtRuns,
      this.#catchUp,
      connections.onDidChange((active) => {
        if (active !== this.#log.connection) this.#renew();
        else this.#changed.fire();
      }),
      sandbox.onDidChange((change) => {
        if (this.#log.connection.kind !== 'sandbox') return;
        if (change === 'started' || change === 'stopped' || change === 'idle' || change === 'reset') this.#renew();
        else if (change === 'cycle') noteCycle();
      }),
      runs.onDidChange(lookAtRuns.call),
      runs.onDidChange(noteNews),
    );
  }

  /** Fired when any part of it has changed. */
  get onDidChange(): Event<void> {
    return this.#changed.event;
  }

  get log(): ConnectionLog {
    return this.#log;
  }

  /** Whether the connection in use is the sandbox of this window, and none runs. */
  get isStopped(): boolean {
    return this.#log.connection.file === undefined && this.#parts.sandbox.running === undefined;
  }

  /**
   * Reads what costs nobody anything, for as long as somebody looks: the log of the sandbox that runs here, again whenever it may have news.
   * Any other is read when somebody asks, and none that was stopped or could not be read.
   */
  readSandbox(): void {
    const { state, connection, follows } = this.#log;
    const isWanted = this.#isVisible && this.#isBehind && !follows;
    if (!isWanted || connection.file !== undefined || this.isStopped) return;
    // While requests leave, more is to come: the run's next change leads here again
    const isSending = this.#parts.runs.active.some(({ status }) => status.phase === 'sending');
    if (state.kind !== 'unread' && (state.kind !== 'read' || isSending)) return;
    this.#isBehind = performance.now() - this.#newsAt < READABLE;
    void this.#log.read();
  }

  /** Following pauses while the view is hidden, and continues from there. */
  look(isVisible: boolean): void {
    this.#isVisible = isVisible;
    if (isVisible) this.readSandbox();
    if (!isVisible && this.#log.follows) {
      this.#rests = true;
      void this.#log.follow(false);
    } else if (isVisible && this.#rests) {
      this.#rests = false;
      void this.#log.follow(true);
    }
  }

  get shown(): ShownLog {
    const { book, state, whyEmpty } = this.#log;
    const offers: readonly LogOffer[] =
      state.kind === 'failed' ? ['check', 'again'] : whyEmpty !== undefined && book.size === 0 ? ['again'] : [];
    return {
      get cycles() {
        return book.cycles;
      },
      get statistics() {
        return book.statistics;
      },
      changesOf: (cycle) => book.changesOf(cycle),
      entry: (id) => book.entry(id),
      tieOf: (id) => this.tieOf(id),
      limitOf: (row) => this.#limits.get(row) ?? LOG_PAGE,
      offers,
    };
  }

  get facts(): LogFacts {
    const { state, follows, waiting, whyEmpty, isFull, book } = this.#log;
    return { state, follows, waiting, whyEmpty, isFull, filter: book.filter, size: book.size, shown: book.shown };
  }

  tieOf(entry: string): ShownTie | undefined {
    const tie = this.#ties.get(entry);
    if (tie === undefined) return this.#tied.has(entry) ? { kind: 'elsewhere' } : undefined;
    const source = this.#runs?.sourceOf(tie.run);
    const title = source === undefined ? tie.run : `${source.name}, ${shownTime(Date.parse(source.madeAt))}`;
    return { kind: 'run', run: tie.run, title, record: tie.record };
  }

  loadMore(row: string): void {
    this.#limits.set(row, (this.#limits.get(row) ?? LOG_PAGE) + LOG_PAGE);
    this.#changed.fire();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#stop.abort();
    this.#log.dispose();
    this.#changed.dispose();
  }

  #open(): ConnectionLog {
    const { connections, output } = this.#parts;
    const log = new ConnectionLog(connections.active, {
      wallClock: Date.now,
      onFault: (error) => output.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    });
    log.onDidChange((fresh) => {
      if (fresh.length > 0) this.#tieFresh(fresh);
      // What has come while it was read
      if (this.#isBehind) this.#catchUp.call();
      this.#changed.fire();
    });
    return log;
  }

  /** Another connection, or another sandbox: the entries so far belong to the old one. */
  #renew(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#log.dispose();
    this.#limits.clear();
    this.#rests = false;
    this.#isBehind = true;
    this.#ties = new Map();
    this.#tied = new Set();
    this.#log = this.#open();
    this.readSandbox();
    this.#changed.fire();
  }

  #tieFresh(fresh: readonly LogEntry[]): void {
    const { book } = this.#log;
    // The run of an entry depends on the other entries about the same person
    const people = new Set(fresh.map(({ sourceIdentity }) => sourceIdentity.id));
    this.#tie(
      () => [...book.all()].filter(({ person }) => people.has(person)),
      (ties) => new Map([...this.#ties, ...ties]),
    );
  }

  #tieAll(): void {
    if (this.#log.book.size > 0)
      this.#tie(
        () => this.#log.book.all(),
        (ties) => ties,
      );
  }

  /** One after the other; a run that changed meanwhile is checked again. */
  #tie(
    entries: () => Iterable<LoggedEntry>,
    merge: (ties: ReadonlyMap<string, EntryTie>) => ReadonlyMap<string, EntryTie>,
  ): void {
    const { book } = this.#log;
    const { signal } = this.#stop;
    const isStopped = (): boolean => signal.aborted;
    const tie = async (): Promise<void> => {
      const { target } = this.#log;
      if (isStopped() || target === undefined) return;
      const runs = await this.#openRuns();
      await runs.renew(target);
      const wanted = [...entries()];
      const ties = await runs.tie(wanted, book.all(), (id) => book.entry(id), signal);
      if (isStopped()) return;
      this.#ties = merge(ties);
      for (const { id } of wanted) this.#tied.add(id);
      this.#changed.fire();
    };
    this.#tying = this.#tying.then(tie).catch((error: unknown) => {
      // Without a folder for runs the run of an entry is unknown, but everything else works
      this.#parts.output.warn(`The runs of the log entries could not be determined: ${String(error)}`);
    });
  }

  async #openRuns(): Promise<LogTies> {
    const { sending, runs } = this.#parts;
    const { store } = await sending();
    this.#runs ??= new LogTies({ store, wallClock: Date.now, ownRun: (id) => runs.find(id)?.run });
    return this.#runs;
  }
}
