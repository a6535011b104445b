import * as vscode from 'vscode';
import type { Label } from '../../annotations/labels.ts';

const square = (colour: string) =>
  vscode.Uri.parse(
    `data:image/svg+xml;utf8,${encodeURIComponent(
      `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><rect x="2" y="2" width="12" height="12" rx="3" fill="${colour}"/></svg>`,
    )}`,
  );

/** A square in a label's colour, for lists. The colours are `#rrggbb`, as a scheme that was read has them. */
export function iconOf(label: Label): { light: vscode.Uri; dark: vscode.Uri } {
  return { light: square(label.colour.light), dark: square(label.colour.dark) };
}
