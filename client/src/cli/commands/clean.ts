import { createStatementService } from '../../../../server/src/service.ts';
import { applyEdits } from '../../../../server/src/text/edit.ts';
import type { Levels } from '../command-line.ts';
import type { Messages } from '../messages.ts';
import { replaceSource } from '../replace-file.ts';
import { refusing, warning } from '../sidecar-fault.ts';
import { readSource } from '../source.ts';
import { readTags } from '../tags.ts';
import { type Terminal, visible } from '../terminal.ts';

export async function clean(
  asked: { readonly file: string; readonly write: boolean; readonly levels: Levels },
  terminal: Terminal,
  say: Messages,
): Promise<0> {
  const source = await readSource(asked.file, terminal);
  const { raw, text, textStart } = source;
  const service = createStatementService();
  const analysis = service.analyse(text);
  const onFault = asked.write ? refusing(source, terminal, say) : warning(terminal, say);
  const tags = await readTags(source, terminal, say, onFault);
  const { edits, counts, doubtful } = service.cleaning(analysis, {
    levels: asked.levels,
    asPrinted: tags.asPrinted,
  });
  const cleaned = raw.slice(0, textStart) + applyEdits(text, edits);
  if (!asked.write) {
    terminal.out(cleaned);
    return 0;
  }
  const file = visible(asked.file);
  if (cleaned === raw) terminal.out(`${say.nothingToClean(file)}\n`);
  else {
    replaceSource(source, cleaned);
    tags.carry(edits);
    const places = Object.values(counts).reduce((sum, count) => sum + count, 0);
    terminal.out(`${say.cleaned(file, places, doubtful.length)}\n`);
  }
  return 0;
}
