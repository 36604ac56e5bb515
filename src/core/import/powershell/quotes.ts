/** Typographic quotation marks count as quotes in PowerShell. Source: about_Quoting_Rules. */
export const SINGLE_QUOTES = "'\u2018\u2019\u201A\u201B";
export const DOUBLE_QUOTES = '"\u201C\u201D\u201E';
