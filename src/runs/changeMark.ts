import { writeFile } from 'node:fs/promises';

/** Notifies all watchers of a change. */
export interface ChangeMark {
  now(): void;
  /** At most a few times a second. */
  soon(): void;
}

/** Milliseconds between two marks. */
const PAUSE = 300;

/**
 * Writes a small file. If that fails, watchers notice the change a few seconds later, when they check by themselves.
 */
export function changeMark(path: string): ChangeMark {
  let timer: NodeJS.Timeout | undefined;
  let count = 0;
  const now = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    timer = undefined;
    writeFile(path, `${process.pid} ${++count}\n`, { mode: 0o600 }).catch(() => undefined);
  };
  return {
    now,
    soon() {
      timer ??= setTimeout(now, PAUSE).unref();
    },
  };
}
