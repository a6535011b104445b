import { type CodeAction, CodeActionKind, type Command, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../analysis.ts';
import type { RuleId } from '../artefacts/artefact.ts';
import { t } from '../l10n/language.ts';
import { fixTitle, ruleName } from '../l10n/rules.ts';
import { clientCommands, type PlaceArguments } from '../protocol.ts';
import { sortEdits } from '../text/edit.ts';
import type { TextRange } from '../text/range.ts';
import { asPrintedPlace, quoted } from './as-printed-place.ts';
import type { CodeActionContext, CodeActionData, CodeActionRequest } from './code-actions.ts';
import { DIAGNOSTIC_SOURCE, shownRange } from './diagnostics.ts';
import { isBulk, type Mending, resolveMending } from './mending.ts';
import type { Snapshot } from './snapshot.ts';
import { workspaceEdit } from './workspace-edits.ts';

/**
 * The quick-fixes at a place, from the nearest to the widest: this finding; its rule in the paragraph and in the
 * document; the paragraph and the document cleaned; then what changes no text. None does what another does.
 */
export function quickFixes(context: CodeActionContext, request: CodeActionRequest): CodeAction[] {
  const { snapshot, service, options } = context;
  const { range } = request;
  const paragraph = service.findings(snapshot.analysis, options, range);
  const here = paragraph
    .filter(({ start, end }) => start <= range.end && range.start <= end)
    // The innermost first: a paragraph that was cut by the column holds many other things.
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  if (here.length === 0) return [];
  // What runs over lines can be left or set where it is drawn, at its first break: elsewhere it is rarely meant.
  const inLine = here.filter((finding) => !runsOverLines(finding, snapshot));
  const nearest = inLine.length > 0 ? inLine : here;
  const around: Around = { paragraph, elsewhere: elsewhereOf(context, paragraph) };
  return [
    ...singleFixes(context, request, here),
    ...ruleFixes(context, range, here, around),
    ...cleaningFixes(context, range, here, around),
    ...leavings(context, range, nearest),
    ...levels(context, nearest),
  ];
}

/** The fix of each finding; findings with the same one are mended together. */
function singleFixes(
  { snapshot, support }: CodeActionContext,
  request: CodeActionRequest,
  here: readonly Finding[],
): CodeAction[] {
  const byTitle = new Map<string, Finding[]>();
  for (const finding of here) {
    if (finding.edits.length === 0) continue;
    const title = fixTitle(finding);
    const same = byTitle.get(title);
    // Of what is suspect, one at a time.
    if (!same) byTitle.set(title, [finding]);
    else if (finding.class !== 'suspect') same.push(finding);
  }
  let preferred = false;
  return [...byTitle].map(([title, findings]): CodeAction => {
    const isSafe = findings.every((finding) => finding.class === 'safe');
    const isPreferred = isSafe && !preferred;
    preferred ||= isPreferred;
    const wantsLook = !isSafe && (findings.length > 1 || findings.some((each) => takesLines(each, snapshot)));
    const edits = sortEdits(findings.flatMap((finding) => finding.edits));
    return {
      title: findings.length === 1 ? title : t('{0} ({1} places)', title, findings.length),
      kind: CodeActionKind.QuickFix,
      diagnostics: request.diagnostics.filter((diagnostic) =>
        findings.some((finding) => isOf(diagnostic, finding, snapshot)),
      ),
      ...(isPreferred ? { isPreferred } : {}),
      edit: workspaceEdit(snapshot, edits, support, wantsLook),
    };
  });
}

function runsOverLines({ start, end, edits }: Finding, { lines }: Snapshot): boolean {
  return edits.length > 1 && lines.lineAt(start) !== lines.lineAt(end);
}

/** Whether a fix takes visible text from more than one line: more than a person sees at the place. */
function takesLines({ edits }: Finding, { analysis }: Snapshot): boolean {
  return edits.some(({ start, end }) => /\S[^\S\r\n]*[\r\n]\s*\S/.test(analysis.raw.slice(start, end)));
}

/** Where findings are looked for to know whether a wider fix does more than a narrower one. */
interface Around {
  readonly paragraph: readonly Finding[];
  /** Whether there is such a finding outside the paragraph. */
  elsewhere(wanted: (finding: Finding) => boolean): boolean;
}

/** A long text mostly has all its rules among its first findings: all are made only where it has not. */
const firstFindings = 400;

function elsewhereOf(
  { snapshot, service, options }: CodeActionContext,
  paragraph: readonly Finding[],
): Around['elsewhere'] {
  const key = ({ rule, start, end }: Finding) => `${rule} ${start} ${end}`;
  const inside = new Set(paragraph.map(key));
  const upTo = (limit: number) =>
    service.findings(snapshot.analysis, { ...options, limit }).filter((finding) => !inside.has(key(finding)));
  let first: readonly Finding[] | undefined;
  let all: readonly Finding[] | undefined;
  return (wanted) => {
    first ??= upTo(firstFindings);
    if (first.some(wanted)) return true;
    if (first.length + inside.size < firstFindings) return false;
    all ??= upTo(Number.POSITIVE_INFINITY);
    return all.some(wanted);
  };
}

/** Each rule found here, in the paragraph and in the document, where there is more of it. */
function ruleFixes(
  context: CodeActionContext,
  range: TextRange,
  here: readonly Finding[],
  { paragraph, elsewhere }: Around,
): CodeAction[] {
  const actions: CodeAction[] = [];
  for (const rule of rulesOf(here)) {
    const likely = here.some((finding) => finding.rule === rule && finding.class === 'likely');
    const ofRule = (finding: Finding) => finding.rule === rule && isBulk(finding, likely);
    const [near, wider] = [here.filter(ofRule).length, paragraph.filter(ofRule).length];
    if (near === 0) continue;
    const name = ruleName(rule);
    if (wider > near) {
      const title = likely
        ? t('Mend in this paragraph, likely ones too: {0}', name)
        : t('Mend in this paragraph: {0}', name);
      actions.push(later(context, title, { what: 'rule', rule, likely, at: range }));
    }
    if (elsewhere(ofRule)) {
      const title = likely
        ? t('Mend everywhere, likely ones too: {0}', name)
        : t('Mend everywhere: {0}', name);
      actions.push(later(context, title, { what: 'rule', rule, likely }));
    }
  }
  return actions;
}

/** Cleaning, where something here is safe and there is more of it around. */
function cleaningFixes(
  context: CodeActionContext,
  range: TextRange,
  here: readonly Finding[],
  { paragraph, elsewhere }: Around,
): CodeAction[] {
  const isSafe = (finding: Finding) => finding.class === 'safe';
  if (!here.some(isSafe)) return [];
  const actions: CodeAction[] = [];
  const sorts = new Set(paragraph.filter(isSafe).map(fixTitle)).size;
  // Where all that is safe is of one sort, what stands above does the same.
  if (sorts > 1) {
    const title = t('Clean this paragraph');
    actions.push(
      asCommand(context, title, clientCommands.cleanParagraph, range) ??
        later(context, title, { what: 'paragraph', at: range }),
    );
  }
  if (elsewhere(isSafe)) {
    const title = t('Clean the document');
    actions.push(
      asCommand(context, title, clientCommands.cleanDocument, range) ??
        later(context, title, { what: 'document' }),
    );
  }
  return actions;
}

/** “As printed” for each place here, where the client can tag. */
function leavings(context: CodeActionContext, range: TextRange, here: readonly Finding[]): CodeAction[] {
  const { raw } = context.snapshot.analysis;
  const actions = new Map<string, CodeAction>();
  for (const finding of here) {
    const place = asPrintedPlace(finding, range, raw);
    const words = raw.slice(place.start, place.end);
    const title = /[\r\n]/.test(words)
      ? t('Leave this line break as printed (sic)')
      : t('Leave “{0}” as printed (sic)', quoted(words));
    const action = asCommand(context, title, clientCommands.leaveAsPrinted, place);
    if (action && !actions.has(title)) actions.set(title, action);
  }
  return [...actions.values()];
}

/** The setting of each rule found here, where the client can show it. */
function levels({ support }: CodeActionContext, here: readonly Finding[]): CodeAction[] {
  if (!support.commands.has(clientCommands.changeLevel)) return [];
  return rulesOf(here).map((rule) => {
    const title = t('Change how {0} are reported…', ruleName(rule));
    const command: Command = { title, command: clientCommands.changeLevel, arguments: [rule] };
    return { title, kind: CodeActionKind.QuickFix, command };
  });
}

function rulesOf(findings: readonly Finding[]): RuleId[] {
  return [...new Set(findings.map(({ rule }) => rule))];
}

/** The action as a command of the client's own, which can tell a person more than an edit does; where it has it. */
function asCommand(
  { snapshot, support }: CodeActionContext,
  title: string,
  command: string,
  { start, end }: TextRange,
): CodeAction | undefined {
  if (!support.commands.has(command)) return undefined;
  const { uri, version } = snapshot;
  const place: PlaceArguments = { uri, version, start, end };
  return { title, kind: CodeActionKind.QuickFix, command: { title, command, arguments: [place] } };
}

/** The action with its edit made when a person chooses it, where the client comes back for it. */
function later(context: CodeActionContext, title: string, mending: Mending): CodeAction {
  const { uri, version } = context.snapshot;
  const data: CodeActionData = { uri, version, mending };
  const action = { title, kind: CodeActionKind.QuickFix };
  return context.support.resolvesEdit
    ? { ...action, data }
    : { ...action, edit: resolveMending(context, mending) };
}

function isOf(diagnostic: Diagnostic, finding: Finding, { lines }: Snapshot): boolean {
  if (diagnostic.source !== DIAGNOSTIC_SOURCE || diagnostic.code !== finding.rule) return false;
  const shown = shownRange(finding, lines);
  const { start, end } = lines.toOffsets(diagnostic.range);
  return start === shown.start && end === shown.end;
}
