import { clouds, cloudNames } from './clouds';

/** A pattern that matches a faulty text, and the message for it. */
type Fault = readonly [pattern: RegExp, words: string];

/** Faults of the whole text; the first one is reported. */
const TEXT: readonly Fault[] = [
  [/^$/, 'it is empty'],
  // eslint-disable-next-line no-control-regex -- matches control characters on purpose
  [/[\s\u0000-\u001f\u007f]/, 'it contains a space, a line break or a control character'],
  [/[^!-~]/, 'it contains a character outside ASCII, which can look like another one'],
  [/\\/, 'it contains a backslash'],
  [/^(?!https?:\/\/)/i, 'it does not begin with "https://"'],
  [/^https?:\/\/[^/?#]*@/i, 'it contains user information before the host'],
];

/** Faults of an unknown host, with its port. */
const HOST: readonly Fault[] = [
  [/^$/, 'its host is missing'],
  [/%/, 'its host is percent-encoded'],
  [/^(?:127\.|localhost(?::|$))/i, 'only http://127.0.0.1 with a port is an address of a sandbox'],
  [/^\[/, 'its host is an IPv6 address'],
  [/^(?:0x[0-9a-f]+|\d+)(?:\.(?:0x[0-9a-f]+|\d+))*(?::|$)/i, 'its host is an IP address'],
  [/:/, 'it names a port'],
  [/\.$/, 'its host ends in a dot'],
];

/** Faults of the part after the host. */
const PATH: readonly Fault[] = [
  [/\?/, 'it has a query ("?…")'],
  [/#/, 'it has a fragment ("#…")'],
  [/%/, 'its path is percent-encoded'],
  [/\/\/|\/\.\.?(?:\/|$)/, 'its path has an empty segment, "." or ".."'],
  [/^(?!\/(?:v1\.0|beta)(?:\/|$))/i, 'its version is neither "v1.0" nor "beta"'],
  [/^\/[^/]*(?:$|\/(?!servicePrincipals\/))/i, '"servicePrincipals" does not follow its version'],
  [
    /^(?:\/[^/]*){2}(?:$|\/(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\/|$)))/i,
    'its service principal id is not a GUID',
  ],
  [
    /^(?:\/[^/]*){3}(?:$|\/(?!synchronization\/jobs\/))/i,
    '"synchronization/jobs" does not follow its service principal id',
  ],
  [
    /^(?:\/[^/]*){5}(?:$|\/(?![a-z0-9][a-z0-9._-]{0,127}(?:\/|$)))/i,
    'its job id is missing or contains an invalid character',
  ],
  [/^(?:\/[^/]*){6}(?:$|\/(?!bulkUpload\/?$))/i, 'it does not end with "/bulkUpload" after its job id'],
];

/**
 * Why a text is not a provisioning API endpoint, as a clause. It quotes at most a host name: user information, a query
 * and any other text may be secret.
 */
export function describeEndpointFault(text: string): string {
  const [, scheme = '', authority = '', rest = ''] = /^(https?):\/\/([^/?#]*)(.*)$/is.exec(text) ?? [];
  return (
    find(TEXT, text) ??
    hostFault(scheme.toLowerCase(), authority.toLowerCase()) ??
    find(PATH, rest === '' ? '/' : rest) ??
    'its parts are not in this order'
  );
}

function hostFault(scheme: string, host: string): string | undefined {
  const known = cloudNames.some((name) => clouds[name].graph === `https://${host}`);
  if (known) return scheme === 'https' ? undefined : 'it uses http instead of https';
  if (scheme === 'http' && /^127\.0\.0\.1:[1-9]\d{0,4}$/.test(host) && URL.canParse(`http://${host}`)) return undefined;
  const fault = find(HOST, host);
  if (fault !== undefined) return fault;
  const hosts = cloudNames.map((name) => clouds[name].graph.slice('https://'.length)).join(', ');
  const named = host.length <= 80 ? `its host "${host}"` : 'its host';
  return `${named} is not a host of Microsoft Graph (${hosts})`;
}

function find(faults: readonly Fault[], text: string): string | undefined {
  return faults.find(([pattern]) => pattern.test(text))?.[1];
}
