import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Finding } from '../analysis.ts';
import type { Level } from '../artefacts/artefact.ts';
import { artefactMessage, relatedMessage, ruleOf } from '../l10n/rules.ts';
import type { LineTable } from '../text/lines.ts';
import type { TextRange } from '../text/range.ts';

/** More than this helps nobody, and makes every keystroke carry it all. */
export const DIAGNOSTIC_LIMIT = 1000;

export const DIAGNOSTIC_SOURCE = 'jiaozhu';

const SEVERITIES: Record<Exclude<Level, 'off'>, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/**
 * What a diagnostic carries for whoever makes a fix of it. No offsets: every keystroke before it would change them,
 * and with them a message of a thousand diagnostics that say what they said before.
 */
export interface DiagnosticData {
  readonly class: Finding['class'];
}

/** Diagnostics by what they were made of, with the line of its start: a keystroke leaves most as they were. */
export type KnownDiagnostics = WeakMap<Finding, { readonly line: number; readonly diagnostic: Diagnostic }>;

/** What diagnostics are made with. */
export interface DiagnosticOptions {
  /** Folder URI of the rules' pages. */
  readonly docsBase?: string | undefined;
  readonly known?: KnownDiagnostics;
  /** URI of the document, for a client that shows other places of it beside a message. */
  readonly relatedIn?: string | undefined;
}

/** The findings as diagnostics. A finding that is known is not looked at again, except for its line. */
export function diagnostics(
  findings: readonly Finding[],
  lines: LineTable,
  { docsBase, known = new WeakMap(), relatedIn }: DiagnosticOptions = {},
): Diagnostic[] {
  // A keystroke may carry a thousand of them, and most say one of a few things.
  const words = new Map<string, Wording>();
  return findings.slice(0, DIAGNOSTIC_LIMIT).map((finding) => {
    const line = lines.lineAt(finding.start);
    const before = known.get(finding);
    // A finding belongs to its paragraph, which has not changed if it is the same: only lines before it may have.
    if (before?.line === line && finding.related === undefined) return before.diagnostic;
    const { rule, level, variant, values } = finding;
    const key = `${rule} ${variant} ${values.join(' ')}`;
    let wording = words.get(key);
    if (wording === undefined) {
      wording = wordingOf(finding, docsBase);
      words.set(key, wording);
    }
    const data: DiagnosticData = { class: finding.class };
    const range = lines.toPositions(shownRange(finding, lines));
    const related =
      relatedIn === undefined || finding.related === undefined ? {} : relatedTo(finding, relatedIn, lines);
    const diagnostic = {
      range,
      severity: SEVERITIES[level],
      source: DIAGNOSTIC_SOURCE,
      ...wording,
      ...related,
      data,
    };
    known.set(finding, { line, diagnostic });
    return diagnostic;
  });
}

type Wording = Pick<Diagnostic, 'code' | 'codeDescription' | 'message' | 'tags'>;

function wordingOf(finding: Finding, docsBase: string | undefined): Wording {
  const { rule } = finding;
  return {
    code: rule,
    ...(docsBase === undefined ? {} : { codeDescription: { href: `${docsBase}${rule}.md` } }),
    message: artefactMessage(finding),
    ...(ruleOf(rule).vanishing ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

function relatedTo(finding: Finding, uri: string, lines: LineTable): Pick<Diagnostic, 'relatedInformation'> {
  const message = relatedMessage(finding);
  return {
    relatedInformation: (finding.related ?? []).map((place) => ({
      location: { uri, range: lines.toPositions(place) },
      message,
    })),
  };
}

/**
 * Where a finding is drawn. One that runs over lines, such as the cut lines of a paragraph, would underline the
 * whole page: it is drawn at its first place, under the last character before the break.
 */
export function shownRange({ shown, start, end, edits }: Finding, lines: LineTable): TextRange {
  if (shown) return shown;
  if (lines.lineAt(start) === lines.lineAt(end)) return { start, end };
  const { text } = lines;
  let at = edits[0]?.start ?? end;
  while (at > start && text.charAt(at - 1).trim() === '') at--;
  if (at === start) at = lines.endOf(lines.lineAt(start));
  const isPair = at - 2 >= start && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 2, at));
  return { start: Math.max(at - (isPair ? 2 : 1), 0), end: at };
}
