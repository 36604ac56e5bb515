import { formatCount } from '../../core/text/formatCount';
import type { Clock } from '../../tenant/clock';
import type { UsersRead } from '../../tenant/reading/readAllUsers';

/** Milliseconds between two messages. A read that takes less time prints none. */
const PACE = 5000;

/** Reports the progress of reading users if it takes long. */
export class ReadProgress {
  readonly #say: (text: string) => Promise<void>;
  readonly #clock: Pick<Clock, 'now'>;
  #lastAt: number;

  constructor(say: (text: string) => Promise<void>, clock: Pick<Clock, 'now'>) {
    this.#say = say;
    this.#clock = clock;
    this.#lastAt = clock.now();
  }

  async take({ pages, users }: UsersRead): Promise<void> {
    if (this.#clock.now() - this.#lastAt < PACE) return;
    this.#lastAt = this.#clock.now();
    await this.#say(`Read ${formatCount(users)} users so far, in ${formatCount(pages)} page${pages === 1 ? '' : 's'}.`);
  }
}
