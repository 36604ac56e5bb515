import type { Disposable } from 'vscode';
import type { Readiness } from '../../preview/readiness';
import { FileError } from '../../files/fileError';
import { TenantError } from '../../tenant/errors';
import { throttleTrailing } from '../throttleTrailing';
import { UserError } from '../messages/userError';
import type { Services } from '../services';
import type { Outlook, ShownSource } from './sendingOutlook';
import { lookAhead } from './sendingOutlook';

/** Milliseconds after a change before it is computed again: changes come in bursts. */
const PATIENCE = 400;

const CHECKING: Readiness = { kind: 'checking' };

/** The outlook of sending the shown content, computed again whenever that, or its target, has changed. */
export class FollowedOutlook implements Disposable {
  readonly #services: Services;
  readonly #changed: (outlook: Outlook) => void;
  readonly #disposables: { dispose(): unknown }[];
  readonly #soon: ReturnType<typeof throttleTrailing>;
  #source: (() => Promise<ShownSource | undefined>) | undefined;
  #looking: AbortController | undefined;
  #readiness: Readiness = CHECKING;

  /** @param changed called with each outlook, including one that is being computed */
  constructor(services: Services, changed: (outlook: Outlook) => void) {
    this.#services = services;
    this.#changed = changed;
    this.#soon = throttleTrailing(PATIENCE, () => void this.#look());
    const again = () => {
      if (this.#source !== undefined) this.#begin();
    };
    this.#disposables = [
      this.#soon,
      services.connections.onDidChange(again),
      services.settings.onDidChange(again),
      services.sandbox.onDidChange(() => {
        const { active, all } = services.connections;
        if (active === all[0]) again();
      }),
      services.runs.onDidChange((run) => {
        // What the job was last sent has changed
        if (run?.active === undefined) again();
      }),
    ];
  }

  get readiness(): Readiness {
    return this.#readiness;
  }

  /** Another content is shown, and has been read completely. */
  follow(source: () => Promise<ShownSource | undefined>): void {
    this.#source = source;
    this.#begin();
  }

  /** The shown content changes, so there is no outlook for it. */
  forget(): void {
    this.#source = undefined;
    this.#looking?.abort();
    this.#readiness = CHECKING;
  }

  dispose(): void {
    this.forget();
    for (const each of this.#disposables) each.dispose();
  }

  #begin(): void {
    this.#looking?.abort();
    this.#readiness = CHECKING;
    this.#soon.call();
  }

  async #look(): Promise<void> {
    const stop = new AbortController();
    this.#looking?.abort();
    this.#looking = stop;
    const isWanted = () => !stop.signal.aborted;
    try {
      const shown = await this.#source?.();
      if (shown === undefined || !isWanted()) return;
      this.#changed({ readiness: CHECKING, pilot: 0 });
      const outlook = await lookAhead(this.#services, shown, stop.signal);
      if (isWanted()) this.#tell(outlook);
    } catch (error) {
      if (isWanted()) this.#tell({ readiness: { kind: 'unchecked', text: this.#why(error) }, pilot: 0 });
    }
  }

  #tell(outlook: Outlook): void {
    this.#readiness = outlook.readiness;
    this.#changed(outlook);
  }

  #why(error: unknown): string {
    if (error instanceof UserError) return error.message;
    if (error instanceof TenantError || error instanceof FileError) return error.message;
    this.#services.output.error(
      'What sending would say could not be worked out.',
      error instanceof Error ? error : String(error),
    );
    return 'What guards would say could not be worked out. The log says why.';
  }
}
