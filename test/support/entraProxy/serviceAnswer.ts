/** A request as a service sees it. */
export interface ServiceRequest {
  readonly host: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** What a service answers: a value, or the bytes and headers of somebody else's answer. */
export type ServiceAnswer =
  | { readonly status: number; readonly json: unknown }
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  /** The answer does not arrive. */
  | 'lost';
