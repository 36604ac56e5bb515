import type { Journal } from '../../core/journal/journalEvent';
import type { Run } from '../../core/run/run';
import type { Clock } from '../../tenant/clock';
import type { SendEvent } from '../../tenant/sending/sendEvent';
import { clockBefore, learnTenantClock } from '../../tenant/sending/tenantClock';
import type { JobTenant } from '../../tenant/tenant';

/** Records the tenant's clock before the first request of a run. Log entries before that do not belong to the run. */
export class TenantTime {
  readonly #run: Run;
  readonly #journal: Journal;
  readonly #clock: Clock;
  /** When the first request started, by the clock. */
  #begun: number | undefined;

  constructor(run: Run, journal: Journal, clock: Clock) {
    this.#run = run;
    this.#journal = journal;
    this.#clock = clock;
  }

  /** Must be called before anything is sent. Does nothing if an earlier session recorded the clock. */
  async learn(tenant: JobTenant, signal: AbortSignal): Promise<void> {
    const isBegun = this.#run.account.batches.some(({ attempts }) => attempts > 0);
    if (this.#run.knowsTenantClock || isBegun) return;
    await this.#note(await learnTenantClock(tenant, signal));
  }

  /** Takes the time from the first answer if it was not available before. */
  async take(event: SendEvent): Promise<void> {
    if (event.type === 'batch-start') this.#begun ??= this.#clock.now();
    if (this.#run.knowsTenantClock || event.type !== 'accepted') return;
    const { tenantTime } = event.receipt;
    if (tenantTime === undefined || this.#begun === undefined) return;
    await this.#note(clockBefore(tenantTime, this.#clock.now() - this.#begun));
  }

  async #note(at: string | undefined): Promise<void> {
    if (at !== undefined) await this.#journal.append({ type: 'tenant-clock', at });
  }
}
