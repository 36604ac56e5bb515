/** What the exit codes of every call mean. They are a promise to schedulers and pipelines. */
export const ExitCode = {
  /** All right. */
  ok: 0,
  /** Problems in the input; what was found has been printed. */
  problems: 1,
  /** Wrong use: an unknown call or option. */
  usage: 2,
  /** The service refused or is out of reach. */
  service: 3,
  /** Stopped by a guard: nothing was sent. */
  guard: 4,
  /** Stopped part-way. */
  partial: 5,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
