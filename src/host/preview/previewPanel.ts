import type { Event, WebviewPanel } from 'vscode';
import { commands, Disposable, EventEmitter, RelativePattern, Uri, ViewColumn, window, workspace } from 'vscode';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import type { RecordState } from '../../core/run/recordState';
import { summariseAccount } from '../../core/run/describeAccount';
import { LineIndex } from '../../core/text/lineIndex';
import type { LargeProgress } from '../../preview/largeProtocol';
import type { FromPage, PreviewRun, PreviewState, ToPage } from '../../preview/protocol';
import { parseFromPage } from '../../preview/protocol';
import { momentNow } from '../../extract/momentNow';
import { revealLine } from '../commands/showRecord';
import { commandIds, previewViewType } from '../contributions';
import { extractPlace, fileName, mappingText, storedSize } from '../extractFile';
import { folderOf } from '../findMapping';
import { latest } from '../latest';
import type { StoredRun } from '../runStore';
import { runCommand } from '../runCommand';
import type { ConversionSummary, LargeStatus } from '../../worker/protocol';
import { measureLoopDelay } from '../loopDelay';
import type { Services } from '../services';
import { previewHtml, previewRoots } from './previewHtml';

/** Bytes from which on an extract is shown while it is read, and not kept in memory. */
const LARGE = 4 * 1024 * 1024;

/** An extract, and the mapping that it is shown with: without one, its records as they are. */
interface Shown {
  readonly extract: Uri;
  readonly mapping?: Uri;
}

/** What is shown first, and what shows the rest of a large extract. */
interface Reading {
  readonly state: PreviewState;
  readonly follow?: (round: number) => Promise<void>;
}

/** Panels so far, which tells their conversions apart. */
let panels = 0;

/** The preview of one extract: kept up to date while the extract and the mapping are edited. */
export class PreviewPanel implements Disposable {
  readonly #services: Services;
  readonly #extract: Uri;
  #mapping: Uri | undefined;
  readonly #key = `preview ${++panels}`;
  readonly #panel: WebviewPanel;
  /** Whether it is the editor of the extract, and not a preview beside. */
  readonly #isEditor: boolean;
  readonly #disposed = new EventEmitter<void>();
  readonly #disposables: { dispose(): unknown }[] = [];
  #state: PreviewState;
  /** What functions of time and chance gave in what is shown; sending takes it over. */
  #moment = momentNow();
  /** Counts conversions: an answer to an older one than the last is dropped. */
  #round = 0;
  /** The run that was started from what the panel shows now. */
  #run: StoredRun | undefined;
  /** The record that was last to be brought into sight. */
  #revealed: number | undefined;

  /** @param panel the one that VS Code has made for an editor; left out: one of its own, beside what is shown now */
  constructor(services: Services, { extract, mapping }: Shown, panel?: WebviewPanel) {
    this.#services = services;
    this.#extract = extract;
    this.#mapping = mapping;
    this.#state = { kind: 'loading', extract: fileName(extract) };
    const options = {
      enableScripts: true,
      enableCommandUris: false,
      localResourceRoots: [...previewRoots(services.extensionUri)],
    };
    this.#isEditor = panel !== undefined;
    this.#panel =
      panel ??
      window.createWebviewPanel(previewViewType, `Preview: ${fileName(extract)}`, ViewColumn.Beside, {
        ...options,
        retainContextWhenHidden: true,
      });
    this.#panel.webview.options = options;
    const icon = (theme: string) => Uri.joinPath(services.extensionUri, 'media', `preview-${theme}.svg`);
    this.#panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const edited = latest(300, () => void this.#convert());
    const posted = latest(250, () => this.#post());
    const isOurs = (uri: Uri) =>
      uri.toString() === this.#extract.toString() || uri.toString() === this.#mapping?.toString();
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folderOf(extract), '*'), true, false, true);
    this.#disposables.push(
      edited,
      posted,
      watcher,
      watcher.onDidChange((uri) => {
        // A small extract is read again when an editor saves it
        if (uri.toString() === this.#extract.toString() && this.#large !== undefined) edited.call();
      }),
      services.reveals.onDidRequest((uri) => {
        if (uri.toString() === this.#extract.toString())
          void runCommand('Extract', services, () => this.#revealRequested());
      }),
      this.#panel.onDidDispose(() => this.dispose()),
      this.#panel.webview.onDidReceiveMessage((message: unknown) => {
        const request = parseFromPage(message);
        if (request !== undefined) void runCommand('Preview', services, () => this.#answer(request));
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isOurs(document.uri)) edited.call();
      }),
      workspace.onDidSaveTextDocument(({ uri }) => {
        if (isOurs(uri)) edited.call();
      }),
      services.runs.onDidChange((run) => {
        if (run?.extract.toString() !== this.#extract.toString()) return;
        this.#run = run;
        posted.call();
      }),
    );
    this.#panel.webview.html = previewHtml(this.#panel.webview, services.extensionUri);
    void this.#convert();
  }

  get onDidDispose(): Event<void> {
    return this.#disposed.event;
  }

  show(mapping: Uri): void {
    const changed = mapping.toString() !== this.#mapping?.toString();
    this.#mapping = mapping;
    this.#panel.reveal();
    if (changed) void this.#convert();
  }

  dispose(): void {
    this.#round++;
    void this.#services.conversions.ask('drop', { key: this.#key }).catch(() => {
      // The worker has gone, and what it held with it
    });
    Disposable.from(...this.#disposables.splice(0)).dispose();
    this.#panel.dispose();
    this.#disposed.fire();
    this.#disposed.dispose();
  }

  get #large(): LargeProgress | undefined {
    return this.#state.kind === 'ready' ? this.#state.content.large : undefined;
  }

  async #convert(): Promise<void> {
    const round = ++this.#round;
    await runCommand('Preview', this.#services, async () => {
      const text = this.#mapping === undefined ? undefined : await mappingText(this.#mapping);
      const isRight = text === undefined || isUsable(loadMapping(text));
      const { state, follow } = isRight ? await this.#read(text) : { state: this.#problems(mappingProblems(text)) };
      if (round !== this.#round) return;
      // What was sent is not what is shown any more
      if (this.#run?.phase === 'ended') this.#run = undefined;
      this.#state = state;
      this.#post();
      await follow?.(round);
    });
  }

  async #read(mapping: string | undefined): Promise<Reading> {
    // The clock goes on; random values stay while one edits
    this.#moment = { ...momentNow(), seed: this.#moment.seed };
    const bytes = await extractPlace(this.#extract);
    const size = bytes instanceof Uint8Array ? bytes.length : await storedSize(this.#extract);
    const input = { key: this.#key, bytes, moment: this.#moment };
    const { conversions } = this.#services;
    if (mapping !== undefined && size <= LARGE)
      return { state: this.#stateOf(await conversions.ask('open', { ...input, mapping })) };
    const measured = measureLoopDelay();
    const first = await conversions.ask('openLarge', { ...input, ...(mapping === undefined ? {} : { mapping }) });
    return { state: this.#stateOf(first), follow: (round) => this.#follow(first, round, measured) };
  }

  /** Shows how far the reading of a large extract is, until something else is read. */
  async #follow(first: LargeStatus, round: number, measured: () => Promise<void>): Promise<void> {
    let status = first;
    let isMeasured = false;
    for (;;) {
      if (!isMeasured && (status.kind === 'problems' || status.content.large.isComplete)) {
        isMeasured = true;
        await measured();
      }
      await this.#revealRequested();
      if (status.kind === 'problems') return;
      const { version } = status;
      const next = await this.#services.conversions.ask('largeStatus', { key: this.#key, version });
      if (next === undefined || round !== this.#round) return;
      status = next;
      this.#state = this.#stateOf(status);
      this.#post();
    }
  }

  #stateOf(summary: ConversionSummary | LargeStatus): PreviewState {
    if (summary.kind === 'problems')
      return this.#problems(
        summary.problems.map(({ line, message }) => (line === undefined ? message : `Line ${line}: ${message}`)),
      );
    const { content } = summary;
    const names = { extract: fileName(this.#extract), mapping: this.#mappingName, target: 'Sandbox Tenant' };
    if (!('large' in content)) return { kind: 'ready', content: { ...content, ...names } };
    return { kind: 'ready', content: { ...content, ...names, large: { ...content.large, reading: this.#round } } };
  }

  get #mappingName(): string {
    return this.#mapping === undefined ? '' : fileName(this.#mapping);
  }

  #problems(problems: readonly string[]): PreviewState {
    return { kind: 'problems', extract: fileName(this.#extract), mapping: this.#mappingName, problems };
  }

  /** Brings the record into sight that somebody wants to see, once it is read. */
  async #revealRequested(): Promise<void> {
    const { reveals, conversions } = this.#services;
    const line = this.#isEditor ? reveals.lineOf(this.#extract) : undefined;
    if (line === undefined || this.#state.kind !== 'ready' || this.#large === undefined) return;
    const record = await conversions.ask('recordAtLine', { key: this.#key, line });
    const isKnown = record !== undefined && (this.#large.isComplete || record < this.#state.content.counts.records);
    if (!isKnown) return;
    this.#send({ type: 'reveal', record });
    // The page may not be there yet: it gets what it has missed once it is
    this.#revealed = record;
    reveals.settle(this.#extract);
  }

  #post(): void {
    const run = this.#run;
    const shown = run === undefined ? undefined : runOf(run, this.#large !== undefined);
    const state = this.#state.kind === 'ready' && shown !== undefined ? { ...this.#state, run: shown } : this.#state;
    this.#send({ type: 'state', state });
  }

  #send(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  async #answer(request: FromPage): Promise<void> {
    switch (request.type) {
      case 'ready':
        this.#post();
        if (this.#revealed !== undefined) this.#send({ type: 'reveal', record: this.#revealed });
        return;
      case 'rows':
        this.#send(await this.#rows(request));
        return;
      case 'filter':
        await this.#services.conversions.ask('narrow', { key: this.#key, view: request.view, filter: request.filter });
        return;
      case 'select':
        // The mapping beside it shows this record's values
        if (this.#mapping !== undefined) this.#services.mappings.records.choose(this.#extract, request.record);
        this.#send(await this.#detail(request.id, request.record));
        return;
      case 'showRecord': {
        const line = await this.#lineOf(request.record);
        if (line !== undefined) await revealLine(this.#services, this.#extract, line);
        return;
      }
      case 'showRule': {
        if (this.#mapping === undefined) return;
        const { line } = new LineIndex(await mappingText(this.#mapping)).positionAt(request.offset);
        await revealLine(this.#services, this.#mapping, line + 1);
        return;
      }
      case 'send':
        if (this.#mapping === undefined) return;
        await commands.executeCommand(commandIds.sendToSandbox, this.#extract, this.#mapping, this.#moment);
    }
  }

  async #lineOf(record: number): Promise<number | undefined> {
    if (this.#state.kind !== 'ready') return undefined;
    const listed = this.#state.content.rows.find((row) => row.record === record);
    if (listed !== undefined || this.#large === undefined) return listed?.line;
    return (await this.#services.conversions.ask('detail', { key: this.#key, record }))?.line;
  }

  async #rows({ id, ...range }: Extract<FromPage, { type: 'rows' }>): Promise<ToPage> {
    const rows = await this.#services.conversions.ask('rows', { key: this.#key, ...range });
    return { type: 'rows', id, rows };
  }

  async #detail(id: number, record: number): Promise<ToPage> {
    const detail = await this.#services.conversions.ask('detail', { key: this.#key, record });
    return detail === undefined
      ? { type: 'failed', id, message: `Record ${record} is not kept in memory.` }
      : { type: 'detail', id, detail };
  }
}

function mappingProblems(text: string): readonly string[] {
  const index = new LineIndex(text);
  return loadMapping(text)
    .problems.filter((problem) => problem.severity === 'error')
    .map(({ span, message }) => `Line ${index.positionAt(span.start).line + 1}: ${message}`);
}

/** @param isLarge then the states of its records are not told: they would be sent anew with every change */
function runOf({ phase, status, run }: StoredRun, isLarge: boolean): PreviewRun {
  const { account } = run;
  const states: Record<number, RecordState> = {};
  for (const { record, state } of isLarge ? [] : account.records) states[record] = state;
  return { phase, text: phase === 'ended' ? summariseAccount(account) : status, states };
}
