/** The exit codes of every command. Schedulers and pipelines rely on them. */
export const ExitCode = {
  /** Success. */
  ok: 0,
  /** Problems in the input, which have been printed. */
  problems: 1,
  /** Usage error: an unknown command or option. */
  usage: 2,
  /** The service refused or is unreachable. */
  service: 3,
  /** Stopped by a guard: nothing was sent. */
  guard: 4,
  /** Stopped part-way. */
  partial: 5,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];
