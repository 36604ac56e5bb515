import type { Connection } from '../connections/connection';
import type { Examination } from './examination';
import type { Finding } from './report';

/** One question about a connection. */
export interface Check {
  /** Stable: scripts refer to it. */
  readonly id: string;
  /** What people call it. */
  readonly title: string;
  /** Whether nothing after it can be checked when it fails. */
  readonly isGate?: boolean;
  /** Whether one may not send when it fails. */
  readonly isForSending?: boolean;
  /** Whether the question makes sense for a connection; every one's unless said otherwise. */
  readonly appliesTo?: (connection: Pick<Connection, 'file'>) => boolean;
  /** Never rejects for what a service says; rejects when it is cancelled. */
  readonly find: (examination: Examination) => Promise<Finding>;
}
