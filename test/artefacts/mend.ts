import type { RuleId } from '../../server/src/artefacts/artefact.ts';
import type { ReadingOptions } from '../../server/src/artefacts/reading-context.ts';
import { createStatementService } from '../../server/src/service.ts';
import { applyEdits, sortEdits } from '../../server/src/text/edit.ts';

const service = createStatementService();

/** What the rule alone makes of the text, and how many places it mends. */
export function mend(rule: RuleId, raw: string, options?: ReadingOptions): { text: string; places: number } {
  const classes = ['safe', 'likely'];
  const found = service
    .analyse(raw, options)
    .artefacts.filter((a) => a.rule === rule && classes.includes(a.class));
  return {
    text: applyEdits(raw, sortEdits(found.flatMap((a) => a.edits))),
    places: found.length,
  };
}
