/** Violations of Entra's rules for user principal names. */
export interface UserNameFaults {
  readonly lacksAt: boolean;
  /** The part before or after the @ is empty. */
  readonly lacksSide: boolean;
  /** Characters that are not allowed; `. before @` may be one of them. */
  readonly forbidden: readonly string[];
  readonly isTooLong: boolean;
}

/** The username policy. Source: Microsoft Entra, concept-sspr-policy, read 2026-11. */
const FORBIDDEN = /[^A-Za-z0-9'.\-_!#^~]/gu;
export const MAX_LOCAL_PART = 64;
export const MAX_DOMAIN = 48;

/** Checks a sign-in name against the policy, for mappings and payloads. */
export function judgeUserName(name: string): UserNameFaults {
  const at = name.indexOf('@');
  const local = at < 0 ? name : name.slice(0, at);
  const domain = at < 0 ? '' : name.slice(at + 1);
  return {
    lacksAt: at < 0,
    lacksSide: at >= 0 && (local === '' || domain === ''),
    forbidden: `${local}${domain}`.match(FORBIDDEN) ?? (local.endsWith('.') ? ['. before @'] : []),
    isTooLong: local.length > MAX_LOCAL_PART || domain.length > MAX_DOMAIN,
  };
}
