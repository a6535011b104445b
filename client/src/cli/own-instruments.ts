import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { builtInFile, loadRegistry } from '../../../server/src/instruments/registry.ts';
import { say as sayIn } from '../../../server/src/l10n/bilingual.ts';
import { setLanguage } from '../../../server/src/l10n/language.ts';
import { createStatementService, type StatementService } from '../../../server/src/service.ts';
import { LineTable } from '../../../server/src/text/lines.ts';
import {
  type InstrumentsReading,
  instrumentsPath,
  readInstruments,
} from '../../../server/src/workspace/instruments-file.ts';
import { Failure } from './failure.ts';
import { readRegularFile } from './file-bytes.ts';
import type { Messages } from './messages.ts';
import { fileStamp, type Source } from './source.ts';
import { type Terminal, visible } from './terminal.ts';
import { decodeText } from './utf8.ts';

/** The instruments of a folder, as its file was. */
interface Known {
  readonly stamp: string;
  readonly text: string;
  readonly reading: InstrumentsReading;
  readonly service: StatementService;
}

const known = new Map<string, Known>();
const builtIn = createStatementService();

/**
 * Knows the instruments for a source: those of `.jiaozhu/instruments.json` in the nearest folder above it that has
 * such a file, beside the built-in ones; of standard input, from the current folder on. What is wrong in that file is
 * told as warnings.
 */
export function serviceFor(
  source: Pick<Source, 'name'>,
  terminal: Terminal,
  say: Messages,
): StatementService {
  const path = fileAbove(source.name === '-' ? resolve('-') : resolve(source.name));
  if (path === undefined) return builtIn;
  try {
    const { text, reading, service } = read(path);
    const lines = new LineTable(text);
    setLanguage(say.language);
    for (const { range, message } of reading.problems) {
      const { line, character } = lines.positionAt(range.start);
      terminal.err(say.instrumentsProblem(visible(path), line + 1, character + 1, visible(sayIn(message))));
    }
    return service;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = error instanceof Failure ? error.tell(say) : (code ?? message);
    terminal.err(say.instrumentsUnreadable(visible(path), reason));
    return builtIn;
  }
}

function fileAbove(path: string): string | undefined {
  for (let folder = dirname(path), last = ''; folder !== last; last = folder, folder = dirname(folder)) {
    const file = join(folder, ...instrumentsPath);
    if (isThere(file)) return file;
  }
  return undefined;
}

function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    // Nobody can tell, where the folder may not be looked into.
    return false;
  }
}

/** @throws Failure, or the system's error, where the file cannot be read */
function read(path: string): Known {
  const stamp = fileStamp(statSync(path, { bigint: true }));
  const before = known.get(path);
  if (before?.stamp === stamp) return before;
  const file = readRegularFile(path);
  if (!file.ok) throw new Failure((say) => say.fileFaults[file.fault]);
  const decoding = decodeText(file.bytes);
  if (!decoding.ok) throw new Failure((say) => say.noText);
  const { text } = decoding;
  const reading = readInstruments(text, builtInFile());
  const instruments = reading.instruments ?? [];
  const service =
    instruments.length === 0
      ? builtIn
      : createStatementService(loadRegistry(builtInFile().instruments, instruments));
  const now = { stamp, text, reading, service };
  known.set(path, now);
  return now;
}
