import type { QuickPickItem } from 'vscode';
import { ThemeIcon, Uri } from 'vscode';
import type { ConnectionColor } from '../../../connections/tenantFile';

/** The colours of VS Code's charts in its own themes, light and dark: icons of a list cannot take a theme's colour. */
const SHADES: Readonly<Record<ConnectionColor, readonly [light: string, dark: string]>> = {
  red: ['#e51400', '#f14c4c'],
  orange: ['#d18616', '#d18616'],
  yellow: ['#bf8803', '#cca700'],
  green: ['#388a34', '#89d185'],
  blue: ['#1a85ff', '#3794ff'],
  purple: ['#652d90', '#b180d7'],
};

/** The icon of a row: a product icon, or a dot in a colour. */
export function colorDot(icon: string | undefined, color: ConnectionColor | undefined): QuickPickItem['iconPath'] {
  if (color === undefined) return icon === undefined ? undefined : new ThemeIcon(icon);
  const [light, dark] = SHADES[color];
  return { light: dot(light), dark: dot(dark) };
}

function dot(fill: string): Uri {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5" fill="${fill}"/></svg>`;
  return Uri.parse(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`);
}
