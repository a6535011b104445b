import { StatementDocument } from '../../server/src/document.ts';
import {
  DIAGNOSTIC_LIMIT,
  diagnostics,
  type KnownDiagnostics,
} from '../../server/src/features/diagnostics.ts';
import type { StatementService } from '../../server/src/service.ts';
import { type Timing, timed } from './measurement.ts';
import type { Script, TimedChange } from './script.ts';

/** From a change to its diagnostics within this process: the server's work without its connection. */
export function typeInService(service: StatementService, { raw, sittings }: Script): TimedChange[] {
  return sittings.flatMap((sitting) => {
    const document = opened(service, raw);
    const known: KnownDiagnostics = new WeakMap();
    return sitting.map((scripted, i) => ({
      ...scripted,
      timing: timed(() => {
        document.change(i + 2, [scripted.change]);
        const found = service.findings(document.latest, { limit: DIAGNOSTIC_LIMIT + 1 });
        return diagnostics(found, document.lines, { docsBase: 'file:///docs/rules/', known });
      }),
    }));
  });
}

/** What else an editor asks for when the typing pauses: clean text, tree, references. Off the keystroke. */
export function structureInService(service: StatementService, { raw, sittings }: Script): Timing[] {
  const document = opened(service, raw);
  return (sittings[0] ?? []).map((scripted, i) => {
    document.change(i + 2, [scripted.change]);
    const { analysis } = document;
    return timed(() => [analysis.reading, analysis.tree, analysis.references]);
  });
}

function opened(service: StatementService, raw: string): StatementDocument {
  const document = new StatementDocument(service, 'file:///bench.statement', 1, raw, (message) => {
    throw new Error(message);
  });
  void document.analysis;
  return document;
}
