/**
 * Unambiguous words of status columns, in lower case. Words for people on leave are not included, as only a person can
 * decide about them.
 */
const ENABLED =
  'active, activ, active - payroll eligible, active - no payroll, active assignment, employed, current, working, aktiv, ansatt, anställd, ansat, aktiivinen, beschäftigt, angestellt, actif, active, activo, activa, en activo, actief, in dienst, ativo, ativa, em serviço, attivo, attiva, in servizio, in forza, 在籍, 在職, 在職中, 在籍中, 有効, 現職, 在职, 已入职, 在岗, 有效, 启用, 激活, 재직, 재직중, présent, présente, en poste, aktywny, aktywna, zatrudniony, zatrudniona, pracuje, aktivní, zaměstnán, zaměstnaný, zaměstnaná, aktívny, работает, активен, активный, активна, активная, действующий, aktif, çalışıyor, aktív';
const DISABLED =
  'inactive, inactive - payroll eligible, inactive - no payroll, terminated, terminated - payroll eligible, terminated - no payroll, withdrawn, leaver, slutat, avslutad, sluttet, fratrådt, päättynyt, left, resigned, dismissed, retired, deceased, former, ex-employee, inaktiv, ausgeschieden, ausgetreten, gekündigt, entlassen, pensioniert, inactif, inactive, sorti, parti, démissionné, licencié, retraité, inactivo, inactiva, de baja definitiva, despedido, jubilado, inactief, uit dienst, ontslagen, gepensioneerd, inativo, inativa, desligado, demitido, aposentado, inattivo, inattiva, cessato, cessata, dimesso, licenziato, pensionato, 退職, 退職済, 退職済み, 無効, 離職, 离职, 已离职, 停用, 无效, 辞职, 禁用, 퇴직, 퇴사, nieaktywny, nieaktywna, zwolniony, zwolniona, neaktivní, propuštěn, neaktívny, уволен, уволена, уволенный, неактивен, неактивный, неактивна, неактивная, не активен, не работает, pasif, ayrıldı, inaktív, kilépett, cesado, cesada, sortie, démissionnaire';
/** Words with a meaning only in a column that asks whether a person is active. */
const YES =
  'yes, y, true, t, 1, ja, j, wahr, oui, o, vrai, sí, si, sì, s, kyllä, tosi, sant, sand, sann, verdadero, sim, verdadeiro, vero, waar, x, はい, 有, ○';
const NO =
  'no, n, false, f, 0, nein, nei, nej, ei, epätosi, usann, falskt, falsk, falsch, non, faux, falso, não, nao, nee, onwaar, いいえ, 無, ×';

function dictionary(yes: string, no: string): ReadonlyMap<string, boolean> {
  return new Map([
    ...yes.split(', ').map((word) => [word, true] as const),
    ...no.split(', ').map((word) => [word, false] as const),
  ]);
}

export const STATUS_WORDS = dictionary(ENABLED, DISABLED);
export const ANSWER_WORDS = dictionary(YES, NO);
