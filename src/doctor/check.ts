import type { Connection } from '../connections/connection';
import type { Examination } from './examination';
import type { Finding } from './report';

/** One check of a connection. */
export interface Check {
  /** Stable: scripts refer to it. */
  readonly id: string;
  /** Its label. */
  readonly title: string;
  /** Whether its failure makes all later checks impossible. */
  readonly isGate?: boolean;
  /** Whether its failure prevents sending. */
  readonly isForSending?: boolean;
  /** Whether the check applies to a connection; default: always. */
  readonly appliesTo?: (connection: Pick<Connection, 'file'>) => boolean;
  /** Never rejects because of a service's answer; rejects if it is cancelled. */
  readonly find: (examination: Examination) => Promise<Finding>;
}
