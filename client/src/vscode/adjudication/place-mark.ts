import * as vscode from 'vscode';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { toRange } from '../language/offsets.ts';

/** Marks the place in the text that is looked at elsewhere. */
export interface PlaceMark extends vscode.Disposable {
  /** @param follow whether the editors that show the document scroll there */
  show(document: vscode.TextDocument, place: TextRange, follow: boolean): void;
  clear(): void;
}

export function placeMark(): PlaceMark {
  const colour = (name: string) => new vscode.ThemeColor(name);
  const type = vscode.window.createTextEditorDecorationType({
    backgroundColor: colour('editor.findMatchHighlightBackground'),
    border: '1px solid',
    borderColor: colour('editor.findMatchHighlightBorder'),
    overviewRulerColor: colour('editorOverviewRuler.findMatchForeground'),
    overviewRulerLane: vscode.OverviewRulerLane.Full,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const clear = () => {
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(type, []);
  };
  return {
    show(document, place, follow) {
      for (const editor of vscode.window.visibleTextEditors) {
        const range = toRange(document, place);
        const isHere = editor.document === document && place.start < place.end;
        editor.setDecorations(type, isHere ? [range] : []);
        if (isHere && follow)
          editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
      }
    },
    clear,
    dispose: () => type.dispose(),
  };
}
