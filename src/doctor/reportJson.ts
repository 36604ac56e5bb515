import type { CheckedPart, DoctorReport } from './report';

/** A report for machines. Scripts rely on its form. */
export interface ReportJson {
  readonly ready: boolean;
  readonly checks: readonly Pick<CheckedPart, 'id' | 'state' | 'message' | 'remedy'>[];
}

export function reportJson({ ready, checks }: DoctorReport): ReportJson {
  return { ready, checks: checks.map(({ id, state, message, remedy }) => ({ id, state, message, remedy })) };
}
