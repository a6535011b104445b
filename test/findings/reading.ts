import type { Artefact, RuleId } from '../../server/src/artefacts/artefact.ts';
import { setLanguage } from '../../server/src/l10n/language.ts';
import { artefactMessage } from '../../server/src/l10n/rules.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits } from '../../server/src/text/edit.ts';

const service = createStatementService();
setLanguage('en');

/** What a rule of the reading stage finds in a raw text. */
export function found(rule: RuleId, raw: string): Artefact[] {
  return service.analyse(raw).readingArtefacts.filter((artefact) => artefact.rule === rule);
}

/** The words that it marks. */
export function marked(rule: RuleId, raw: string): string[] {
  return found(rule, raw).map(({ start, end }) => raw.slice(start, end));
}

export function messages(rule: RuleId, raw: string): string[] {
  return found(rule, raw).map(artefactMessage);
}

/** The text with everything mended that the rule would mend. */
export function mended(rule: RuleId, raw: string): string {
  const edits = found(rule, raw).flatMap((artefact) => artefact.edits);
  return applyEdits(
    raw,
    edits.sort((a, b) => a.start - b.start),
  );
}
