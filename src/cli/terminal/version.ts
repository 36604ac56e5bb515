declare const ENTRA_INBOUND_VERSION: string | undefined;

/** The package's version, set by the build. */
export const version = typeof ENTRA_INBOUND_VERSION === 'string' ? ENTRA_INBOUND_VERSION : '0.0.0';
