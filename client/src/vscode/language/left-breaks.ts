import * as vscode from 'vscode';
import type { PlaceArguments } from '../../../../server/src/protocol.ts';
import type { Edit } from '../../../../server/src/text/edit.ts';
import type { TextRange } from '../../../../server/src/text/range.ts';
import { visibleRange } from '../../../../server/src/text/visible-range.ts';
import { isStatement } from './active-statement.ts';
import { endOf, isBlankLines, joinOf } from './doubtful-breaks.ts';
import type { DoubtfulPlaces } from './doubtful-places.ts';
import { clientId, languageId } from './names.ts';
import { toOffsets, toRange } from './offsets.ts';

const rule = 'line-break';

/** A doubtful break that nothing in the cleaned text tells of, and that the server therefore no longer reports. */
class LeftBreak extends vscode.Diagnostic {}

/**
 * Reports the doubtful line breaks that cleaning has left, with the same quick-fixes as those that the server reports,
 * until they are decided or the document is closed.
 *
 * @param docs the folder of the rules' pages
 */
export function reportLeftBreaks(places: DoubtfulPlaces, docs: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${clientId}.leftBreaks`);
  const page = vscode.Uri.joinPath(docs, `${rule}.md`);
  const show = (document: vscode.TextDocument) => {
    const level = document.isClosed ? undefined : severity(document);
    const left = level === undefined ? [] : leftIn(places, document);
    if (left.length === 0) collection.delete(document.uri);
    else
      collection.set(
        document.uri,
        left.map((place) => diagnostic(document, place, level!, page)),
      );
  };
  const showOpen = () => vscode.workspace.textDocuments.filter(isStatement).forEach(show);
  return vscode.Disposable.from(
    collection,
    places.onDidChange(show),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const names = new Set(uris.map(String));
      for (const document of vscode.workspace.textDocuments) {
        if (isStatement(document) && names.has(document.uri.toString()) && differs(document)) show(document);
      }
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`jiaozhu.rules.${rule}`)) showOpen();
    }),
    vscode.languages.registerCodeActionsProvider(
      { language: languageId },
      { provideCodeActions: (document, range) => fixes(places, document, toOffsets(document, range)) },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );

  /** Whether what is shown is not what is to be shown: what we show tells itself as a change, too. */
  function differs(document: vscode.TextDocument): boolean {
    const shown = collection.get(document.uri)?.length ?? 0;
    return shown !== leftIn(places, document).length;
  }
}

/** The places that the server says nothing of; UTF-16 raw. */
function leftIn(places: DoubtfulPlaces, document: vscode.TextDocument): readonly TextRange[] {
  const kept = places.of(document);
  if (kept.length === 0) return kept;
  const told = vscode.languages
    .getDiagnostics(document.uri)
    .filter((each) => !(each instanceof LeftBreak) && each.source === clientId && codeOf(each) === rule)
    .map(({ range }) => toOffsets(document, range));
  return kept.filter(({ start, end }) => !told.some((range) => range.start < end && start <= range.end));
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

function diagnostic(
  document: vscode.TextDocument,
  place: TextRange,
  level: vscode.DiagnosticSeverity,
  target: vscode.Uri,
): LeftBreak {
  const text = document.getText();
  // Drawn where a person looks: under the last character before the break.
  const end = text.slice(0, place.start).trimEnd().length;
  const start = visibleRange(text, { start: end, end }).start;
  const message = vscode.l10n.t('Cleaning has left this line break: a person has to decide.');
  const left = new LeftBreak(toRange(document, { start, end }), message, level);
  left.source = clientId;
  left.code = { value: rule, target };
  return left;
}

function severity(document: vscode.TextDocument): vscode.DiagnosticSeverity | undefined {
  const level = vscode.workspace.getConfiguration('jiaozhu', document).get<unknown>(`rules.${rule}`);
  switch (level) {
    case 'off':
      return undefined;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    default:
      return vscode.DiagnosticSeverity.Warning;
  }
}

function fixes(places: DoubtfulPlaces, document: vscode.TextDocument, range: TextRange): vscode.CodeAction[] {
  const text = document.getText();
  const here = leftIn(places, document).filter(({ start, end }) => {
    const { start: first } = visibleRange(text, { start, end });
    return first <= range.end && range.start <= end;
  });
  return here.flatMap((place) => {
    const { QuickFix } = vscode.CodeActionKind;
    const end = endOf(text, place);
    const mend = (title: string, { text: by, ...gone }: Edit) => {
      const action = new vscode.CodeAction(title, QuickFix);
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(document.uri, toRange(document, gone), by);
      return action;
    };
    const leave = new vscode.CodeAction(vscode.l10n.t('Leave this line break as printed (sic)'), QuickFix);
    const at: PlaceArguments = {
      uri: document.uri.toString(),
      version: document.version,
      ...visibleRange(text, place),
    };
    leave.command = { title: leave.title, command: 'jiaozhu.leaveAsPrinted', arguments: [at] };
    return [
      mend(joinTitle(text, place), joinOf(text, place)),
      ...(end ? [mend(endTitle(), end)] : []),
      leave,
    ];
  });
}

/** What joining is here, in the server's words. */
export function joinTitle(text: string, place: TextRange): string {
  return isBlankLines(text, place)
    ? vscode.l10n.t('Remove the blank lines')
    : vscode.l10n.t('Join the two lines');
}

/** What it is called to let a paragraph end at a break. */
export function endTitle(): string {
  return vscode.l10n.t('End the paragraph here, without blank lines');
}
