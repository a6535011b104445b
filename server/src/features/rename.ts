import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { t } from '../l10n/language.ts';

/** What is answered to whoever would rename something in a source. */
export function refusedRename(): ResponseError<never> {
  return new ResponseError<never>(
    LSPErrorCodes.RequestFailed,
    t(
      'A source text keeps its names as they are printed. Mend a misreading by the quick-fix of its finding.',
    ),
  );
}
