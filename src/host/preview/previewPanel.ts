import type { Event, WebviewPanel } from 'vscode';
import { commands, Disposable, EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode';
import { isUsable, loadMapping } from '../../core/mapping/loadMapping';
import type { RecordState } from '../../core/run/recordState';
import { summariseAccount } from '../../core/run/describeAccount';
import { LineIndex } from '../../core/text/lineIndex';
import type { FromPage, PreviewContent, PreviewRun, PreviewState, ToPage } from '../../preview/protocol';
import { parseFromPage } from '../../preview/protocol';
import type { Conversion } from '../commands/extractArgument';
import { momentNow } from '../../extract/momentNow';
import { revealLine } from '../commands/showRecord';
import { commandIds, previewViewType } from '../contributions';
import { extractBytes, fileName, mappingText } from '../extractFile';
import { latest } from '../latest';
import type { StoredRun } from '../runStore';
import { runCommand } from '../runCommand';
import type { Services } from '../services';
import { previewHtml, previewRoots } from './previewHtml';

/** The preview of one extract: kept up to date while the extract and the mapping are edited. */
export class PreviewPanel implements Disposable {
  readonly #services: Services;
  readonly #extract: Uri;
  #mapping: Uri;
  readonly #panel: WebviewPanel;
  readonly #disposed = new EventEmitter<void>();
  readonly #disposables: { dispose(): unknown }[] = [];
  #state: PreviewState;
  /** What functions of time and chance gave in what is shown; sending takes it over. */
  #moment = momentNow();
  /** Counts conversions: an answer to an older one than the last is dropped. */
  #round = 0;
  /** The run that was started from what the panel shows now. */
  #run: StoredRun | undefined;

  constructor(services: Services, { extract, mapping }: Conversion) {
    this.#services = services;
    this.#extract = extract;
    this.#mapping = mapping;
    this.#state = { kind: 'loading', extract: fileName(extract) };
    this.#panel = window.createWebviewPanel(previewViewType, `Preview: ${fileName(extract)}`, ViewColumn.Beside, {
      enableScripts: true,
      enableCommandUris: false,
      localResourceRoots: [...previewRoots(services.extensionUri)],
      retainContextWhenHidden: true,
    });
    const icon = (theme: string) => Uri.joinPath(services.extensionUri, 'media', `preview-${theme}.svg`);
    this.#panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const edited = latest(300, () => void this.#convert());
    const posted = latest(250, () => this.#post());
    const isOurs = (uri: Uri) =>
      uri.toString() === this.#extract.toString() || uri.toString() === this.#mapping.toString();
    this.#disposables.push(
      edited,
      posted,
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
    const changed = mapping.toString() !== this.#mapping.toString();
    this.#mapping = mapping;
    this.#panel.reveal();
    if (changed) void this.#convert();
  }

  dispose(): void {
    void this.#services.conversions.ask('drop', { key: this.#key }).catch(() => {
      // The worker has gone, and what it held with it
    });
    Disposable.from(...this.#disposables.splice(0)).dispose();
    this.#panel.dispose();
    this.#disposed.fire();
    this.#disposed.dispose();
  }

  get #key(): string {
    return `preview ${this.#extract.toString()}`;
  }

  async #convert(): Promise<void> {
    const round = ++this.#round;
    await runCommand('Preview', this.#services, async () => {
      const text = await mappingText(this.#mapping);
      const state = isUsable(loadMapping(text)) ? await this.#stateOf(text) : this.#problems(mappingProblems(text));
      if (round !== this.#round) return;
      // What was sent is not what is shown any more
      if (this.#run?.phase === 'ended') this.#run = undefined;
      this.#state = state;
      this.#post();
    });
  }

  async #stateOf(mapping: string): Promise<PreviewState> {
    // The clock goes on; random values stay while one edits
    this.#moment = { ...momentNow(), seed: this.#moment.seed };
    const summary = await this.#services.conversions.ask('open', {
      key: this.#key,
      bytes: await extractBytes(this.#extract),
      mapping,
      moment: this.#moment,
    });
    if (summary.kind === 'problems')
      return this.#problems(
        summary.problems.map(({ line, message }) => (line === undefined ? message : `Line ${line}: ${message}`)),
      );
    const content: PreviewContent = {
      ...summary.content,
      extract: fileName(this.#extract),
      mapping: fileName(this.#mapping),
      target: 'Sandbox Tenant',
    };
    return { kind: 'ready', content };
  }

  #problems(problems: readonly string[]): PreviewState {
    return { kind: 'problems', extract: fileName(this.#extract), mapping: fileName(this.#mapping), problems };
  }

  #post(): void {
    const run = this.#run;
    const state = this.#state.kind === 'ready' && run !== undefined ? { ...this.#state, run: runOf(run) } : this.#state;
    this.#send({ type: 'state', state });
  }

  #send(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }

  async #answer(request: FromPage): Promise<void> {
    switch (request.type) {
      case 'ready':
        this.#post();
        return;
      case 'select':
        // The mapping beside it shows this record's values
        this.#services.mappings.records.choose(this.#extract, request.record);
        this.#send(await this.#detail(request.id, request.record));
        return;
      case 'showRecord': {
        const line =
          this.#state.kind === 'ready'
            ? this.#state.content.rows.find((row) => row.record === request.record)?.line
            : undefined;
        if (line !== undefined) await revealLine(this.#extract, line);
        return;
      }
      case 'showRule': {
        const { line } = new LineIndex(await mappingText(this.#mapping)).positionAt(request.offset);
        await revealLine(this.#mapping, line + 1);
        return;
      }
      case 'send':
        await commands.executeCommand(commandIds.sendToSandbox, this.#extract, this.#mapping, this.#moment);
    }
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

function runOf({ phase, status, run }: StoredRun): PreviewRun {
  const { account } = run;
  const states: Record<number, RecordState> = {};
  for (const { record, state } of account.records) states[record] = state;
  return { phase, text: phase === 'ended' ? summariseAccount(account) : status, states };
}
