import type { Connection } from '../connections/connection';
import type { Examination } from './examination';
import type { Finding } from './report';

/** One check of a connection. */
export interface Check {
  /** Stable, because scripts refer to it. */
  readonly id: string;
  /** Its label. */
  readonly title: string;
  /** Whether later checks are impossible after it fails. */
  readonly isGate?: boolean;
  /** Whether its failure prevents sending. */
  readonly isForSending?: boolean;
  /** Whether the check applies to a connection; default: always. */
  readonly appliesTo?: (connection: Pick<Connection, 'file'>) => boolean;
  /** Rejects only when cancelled, never because of a service's answer. */
  readonly find: (examination: Examination) => Promise<Finding>;
}
